import { Server } from 'node:net';

/**
 * Loaded before the playground. It listens on all addresses of the computer and has no setting for it,
 * and whoever reaches it speaks to the bot as anybody: keep it to this computer.
 */
const listen = Server.prototype.listen;

Server.prototype.listen = function (this: Server, ...args: unknown[]) {
  const [port, ...rest] = args;
  const call = typeof port === 'number' ? [{ port, host: '127.0.0.1' }, ...rest] : args;
  return Reflect.apply(listen, this, call);
};
