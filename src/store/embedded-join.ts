import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { DatabaseError } from 'pg';
import type { Account } from './embedded-account.ts';
import type { Binaries } from './embedded-binaries.ts';
import { launch } from './embedded-launch.ts';
import { readPostmaster } from './embedded-postmaster.ts';
import { announcePresence, type Presence } from './embedded-presence.ts';
import { toEmbeddedServerError } from './embedded-server-error.ts';

/** A running server, and our sign on it. */
export interface Joined {
  connectionString: string;
  presence: Presence;
}

/** Repairing the files after a crash takes a while when much was written before it. */
const patienceMs = 5 * 60_000;
const wrongPassword = '28P01';

/**
 * Joins the server of `home`, which a killed bot may have left or another bot may have started, and
 * starts it when there is none. Two bots that start at once both come here: PostgreSQL lets one server
 * have the files, and the slower bot finds that one on its next round.
 */
export async function joinServer(
  home: string,
  binaries: Binaries,
  account: Account,
): Promise<Joined> {
  const password = await readFile(join(home, 'password'), 'utf8').catch((error) => {
    throw toEmbeddedServerError('The password of the database cannot be read', error);
  });
  const giveUpAt = Date.now() + patienceMs;
  let lastError: unknown;
  while (Date.now() < giveUpAt) {
    const postmaster = await readPostmaster(join(home, 'data'));
    if (postmaster?.state !== 'running') {
      await launch(home, binaries, account).catch((error) => {
        throw toEmbeddedServerError(`PostgreSQL does not start in ${home}`, error);
      });
      continue;
    }
    const connectionString = `postgresql://bot:${password}@127.0.0.1:${postmaster.port}/postgres`;
    try {
      return { connectionString, presence: await announcePresence(connectionString) };
    } catch (error) {
      // Most often it is starting, repairing its files, or just being stopped by another bot.
      lastError = error;
      if (error instanceof DatabaseError && error.code === wrongPassword) break;
      await delay(50);
    }
  }
  throw toEmbeddedServerError(`PostgreSQL runs in ${home} but cannot be used`, lastError);
}
