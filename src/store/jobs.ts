import type pg from 'pg';
import { PgBoss } from 'pg-boss';

/** Work that is done in the background, once, by whichever copy of the bot is free. */
export interface Jobs {
  start: (work: { tidyUp: () => Promise<void> }) => Promise<void>;
  /** Waits for the jobs at hand, then takes no more. */
  stop: () => Promise<void>;
}

const tidyUp = 'tidy-up';

/** Jobs on the same database and the same connections as everything else. */
export function createJobs(pool: pg.Pool, onError: (error: Error) => void): Jobs {
  const boss = new PgBoss({ db: { executeSql: (text, values) => pool.query(text, values) } });
  boss.on('error', onError);
  return {
    async start(work) {
      await boss.start();
      await boss.createQueue(tidyUp, { policy: 'short', retryLimit: 3, expireInSeconds: 600 });
      await boss.work(tidyUp, { pollingIntervalSeconds: 60 }, () => work.tidyUp());
      await boss.schedule(tidyUp, '17 3 * * *');
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  };
}
