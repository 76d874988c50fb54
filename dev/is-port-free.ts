import { once } from 'node:events';
import { createServer } from 'node:net';

/** Whether a server can listen on this port of this computer. */
export async function isPortFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    server.close();
  }
}
