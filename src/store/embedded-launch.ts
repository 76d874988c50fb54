import { once } from 'node:events';
import { readFile, rename, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Account } from './embedded-account.ts';
import type { Binaries } from './embedded-binaries.ts';
import { readPostmaster } from './embedded-postmaster.ts';
import { run } from './embedded-run.ts';

const maxLogBytes = 1_000_000;
const portTries = 3;

/**
 * Starts the server and waits until it takes connections. It is no child of ours: `pg_ctl` puts it
 * into a session of its own with its log in a file, so it outlives a bot that is killed.
 *
 * Returns as well when another bot was faster. Then its server is the one to use.
 */
export async function launch(home: string, { pgCtl }: Binaries, account: Account): Promise<void> {
  const data = join(home, 'data');
  const log = join(home, 'log');
  await account.ownAll(home);
  if ((await readPostmaster(data))?.state === 'foreign') {
    await rm(join(data, 'postmaster.pid'), { force: true });
  }
  const logged = await sizeOf(log);
  if (logged > maxLogBytes) await rename(log, `${log}.old`);
  const alreadyLogged = logged > maxLogBytes ? 0 : logged;

  for (let tries = 1; ; tries++) {
    const settings = [
      `-p ${await choosePort(data)}`,
      '-c listen_addresses=127.0.0.1',
      '-c unix_socket_directories=',
      '-c fsync=on',
      '-c timezone=UTC',
      // Starts, stops and crashes only. Failed statements are the bot's to log: they hold its data.
      '-c log_min_messages=log',
      '-c log_min_error_statement=panic',
      '-c log_checkpoints=off',
    ].join(' ');
    try {
      await run([
        ...account.prefix,
        ...[pgCtl, 'start', '--wait', '--timeout=60', '-D', data, '-l', log, '-o', settings],
      ]);
      return;
    } catch (error) {
      if ((await readPostmaster(data))?.state === 'running') return;
      const said = (await readFile(log, 'utf8').catch(() => '')).slice(alreadyLogged).trim();
      if (tries < portTries && said.includes('could not create any TCP/IP sockets')) continue;
      throw said ? new Error(said, { cause: error }) : error;
    }
  }
}

/** The port of the last time, so that connections find the server again, or a free one. */
async function choosePort(data: string): Promise<number> {
  const lastCommand = await readFile(join(data, 'postmaster.opts'), 'utf8').catch(() => '');
  const lastPort = Number(/"-p" "(\d+)"/.exec(lastCommand)?.[1] ?? 0);
  return (await bindable(lastPort)) ?? (await bindable(0)) ?? 0;
}

async function bindable(port: number): Promise<number | undefined> {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
    const address = server.address();
    return typeof address === 'object' && address ? address.port : undefined;
  } catch {
    return undefined;
  } finally {
    server.close();
  }
}

async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}
