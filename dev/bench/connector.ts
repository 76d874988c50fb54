import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const memberPath = /\/members\/([^/?]+)/;

/** Takes every message at once and answers with an id, so that only the bots are measured. Knows everybody. */
export async function startNullConnector() {
  let taken = 0;
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      if (request.method === 'POST') taken += 1;
      response.writeHead(request.method === 'POST' ? 201 : 200, {
        'content-type': 'application/json',
      });
      const member = memberPath.exec(request.url ?? '')?.[1];
      const upn = `${decodeURIComponent(member ?? '').slice(3)}@bench.example`;
      response.end(
        JSON.stringify({ id: `m-${taken}`, ...(member ? { userPrincipalName: upn } : {}) }),
      );
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    serviceUrl: `http://127.0.0.1:${port}/`,
    taken: () => taken,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
