import type pg from 'pg';
import { fromKysely, PgBoss } from 'pg-boss';
import type { RefreshCardLater } from './turns.ts';

/** Work that is done after the turn that asked for it, once, by whichever copy of the bot is free. */
export interface Jobs {
  /** Puts the stored copy of a case's card up to date. Presses within a few seconds make one job. */
  refreshCardLater: RefreshCardLater;
  start: (work: {
    refreshCard: (caseId: string) => Promise<void>;
    tidyUp: () => Promise<void>;
  }) => Promise<void>;
  /** Waits for the jobs at hand, then takes no more. */
  stop: () => Promise<void>;
}

const refreshCard = 'refresh-card';
const tidyUp = 'tidy-up';

/** Jobs on the same database and the same connections as everything else. */
export function createJobs(pool: pg.Pool, onError: (error: Error) => void): Jobs {
  const boss = new PgBoss({ db: { executeSql: (text, values) => pool.query(text, values) } });
  boss.on('error', onError);
  return {
    async refreshCardLater(trx, caseId) {
      await boss.send(
        refreshCard,
        { caseId },
        { singletonKey: caseId, startAfter: 3, db: fromKysely(trx) },
      );
    },
    async start(work) {
      await boss.start();
      // `short`: at most one waiting job for each case.
      await boss.createQueue(refreshCard, { policy: 'short', retryLimit: 3, expireInSeconds: 60 });
      await boss.createQueue(tidyUp, { policy: 'short', retryLimit: 3, expireInSeconds: 600 });
      await boss.work<{ caseId: string }>(
        refreshCard,
        { batchSize: 20, pollingIntervalSeconds: 2 },
        async (jobs) => {
          await Promise.all(jobs.map(({ data }) => work.refreshCard(data.caseId)));
        },
      );
      await boss.work(tidyUp, { pollingIntervalSeconds: 60 }, () => work.tidyUp());
      await boss.schedule(tidyUp, '17 3 * * *');
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  };
}
