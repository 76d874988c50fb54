import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { argv, stdin, stdout } from 'node:process';
import { startEmbeddedServer } from '../../src/store/embedded-server.ts';

/**
 * A process that keeps a database server for its parent: prints the address, and stops the server when
 * the parent closes the pipe or dies, however it dies. With `--remove` the folder goes as well.
 */
const [dataDir = '', ...flags] = argv.slice(2);
const parentLeft = once(stdin.resume(), 'close');
const toStderr = (fields: object, text?: string) => console.error(text, fields);

const server = await startEmbeddedServer({
  dataDir,
  log: { info: () => {}, warn: toStderr, error: toStderr },
});
stdout.write(`${server.connectionString}\n`);
await parentLeft;
await server.stop();
if (flags.includes('--remove')) await rm(dataDir, { recursive: true, force: true });
