import type pg from 'pg';
import { PgBoss } from 'pg-boss';

/** Work that is done in the background, once, by whichever copy of the bot is free. */
export interface Jobs {
  start: (work: { tidyUp: () => Promise<void> }) => Promise<void>;
  /** Waits for the jobs at hand, then takes no more. */
  stop: () => Promise<void>;
}

const tidyUp = 'tidy-up';

// Any number that nothing else in this database locks on.
const startLock = 400_645;

/**
 * Lets one copy of the bot set the queues up at a time: on an empty database two of them at once
 * would both create the schema, and one would fail.
 */
async function oneAtATime(pool: pg.Pool, work: () => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [startLock]);
    await work();
  } finally {
    // Closed rather than given back: that lets go of the lock whatever happened.
    client.release(true);
  }
}

/** Jobs on the same database and the same connections as everything else. */
export function createJobs(pool: pg.Pool, onError: (error: Error) => void): Jobs {
  const boss = new PgBoss({ db: { executeSql: (text, values) => pool.query(text, values) } });
  boss.on('error', onError);
  return {
    start: (work) =>
      oneAtATime(pool, async () => {
        await boss.start();
        await boss.createQueue(tidyUp, { policy: 'short', retryLimit: 3, expireInSeconds: 600 });
        await boss.work(tidyUp, { pollingIntervalSeconds: 60 }, () => work.tidyUp());
        await boss.schedule(tidyUp, '17 3 * * *');
      }),
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  };
}
