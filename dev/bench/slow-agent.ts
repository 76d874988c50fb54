import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * A fleet agent that takes its time over every call, and whose PCs never come to an end: every run
 * that has begun stays out.
 */
export async function startSlowAgent(msPerCall: number) {
  const deviceOfRun = new Map<string, string>();
  let calls = 0;

  async function begin(request: IncomingMessage): Promise<object> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const { deviceId } = JSON.parse(Buffer.concat(parts).toString('utf8')) as { deviceId: string };
    const id = String(request.headers['idempotency-key']);
    deviceOfRun.set(id, deviceId);
    return { id, status: 'queued' };
  }

  async function answerTo(request: IncomingMessage): Promise<object> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const at = new Date().toISOString();
    if (request.method === 'POST') return begin(request);
    if (pathname === '/v1/devices') {
      const user = searchParams.get('user');
      return { devices: [{ id: user, name: 'WARD7-PC12', online: true, lastSeen: at }] };
    }
    const id = pathname.split('/').at(-1) ?? '';
    const deviceId = deviceOfRun.get(id);
    return { id, deviceId, status: 'running', createdAt: at, updatedAt: at, results: [] };
  }

  const server = createServer(async (request, response) => {
    calls += 1;
    const [answer] = await Promise.all([answerTo(request), wait(msPerCall)]);
    response.writeHead(request.method === 'POST' ? 202 : 200, {
      'content-type': 'application/json',
    });
    response.end(JSON.stringify(answer));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    runsOut: () => deviceOfRun.size,
    calls: () => calls,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
