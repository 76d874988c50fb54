import { mkdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../telemetry/log.ts';
import { chooseAccount } from './embedded-account.ts';
import { findBinaries } from './embedded-binaries.ts';
import { createCluster } from './embedded-cluster.ts';
import { halt } from './embedded-halt.ts';
import { joinServer } from './embedded-join.ts';
import { EmbeddedServerError, toEmbeddedServerError } from './embedded-server-error.ts';

/** The bot's own PostgreSQL, shared by all bots that have the same data folder. */
export interface EmbeddedServer {
  connectionString: string;
  /** Stops the server, unless another bot still uses it. Close your own connections first. */
  stop: () => Promise<void>;
}

interface Options {
  /** Gets a folder `postgres` with the database in `data`, its password, and the server's log. */
  dataDir: string;
  log: Pick<Log, 'info' | 'warn' | 'error'>;
}

/**
 * Starts the bot's own PostgreSQL, or joins the one that runs on this data folder already: a killed bot
 * leaves it running, and a second bot shares it. A server that dies is started again.
 *
 * @throws EmbeddedServerError that tells what is wrong, where, and what to do
 */
export async function startEmbeddedServer({ dataDir, log }: Options): Promise<EmbeddedServer> {
  const folder = await prepareFolder(dataDir);
  const home = join(folder, 'postgres');
  const binaries = await findBinaries();
  const account = await chooseAccount(folder, binaries);
  await createCluster(home, binaries, account).catch((error) => {
    throw toEmbeddedServerError(`A database cannot be made in ${home}`, error);
  });
  const { connectionString, presence: first } = await joinServer(home, binaries, account);
  log.info({ home }, 'embedded database ready');

  let presence = first;
  let isStopping = false;
  let stopped: Promise<void> | undefined;
  let comingBack = Promise.resolve();

  function watch(): void {
    presence.lost.then(() => {
      if (isStopping) return;
      log.warn({ home }, 'embedded database lost');
      comingBack = comeBack().catch((error: unknown) =>
        log.error({ err: error }, 'embedded database did not come back'),
      );
    });
  }

  async function comeBack(): Promise<void> {
    const joined = await joinServer(home, binaries, account);
    presence = joined.presence;
    watch();
    if (joined.connectionString !== connectionString) {
      throw new EmbeddedServerError(
        'Another program has taken the port of the database. Start the bot again.',
      );
    }
    log.info({ home }, 'embedded database ready');
  }

  async function stopOnce(): Promise<void> {
    isStopping = true;
    await comingBack;
    // When we cannot ask, we do not know: a server left running is joined by the next bot.
    const isLast = await presence.leave().catch(() => false);
    if (isLast) {
      await halt(home, binaries, account).catch((error: unknown) =>
        log.warn({ err: error }, 'embedded database did not stop'),
      );
    }
    await presence.close();
  }

  watch();
  return {
    connectionString,
    stop: () => {
      stopped ??= stopOnce();
      return stopped;
    },
  };
}

async function prepareFolder(dataDir: string): Promise<string> {
  try {
    await mkdir(dataDir, { recursive: true });
    // Two bots may name one folder by two paths.
    return await realpath(dataDir);
  } catch (error) {
    throw toEmbeddedServerError(`The folder ${dataDir} (DATA_DIR) cannot be used`, error);
  }
}
