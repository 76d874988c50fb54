import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';

const dayMs = 24 * 60 * 60 * 1_000;
// Teams sends an activity again within minutes.
const keepActivitiesMs = dayMs;
// A chat that goes on for months may be offered help, or be welcomed, anew.
const keepSaidMs = 30 * dayMs;
const batch = 5_000;

/** Deletes what has served its purpose, a batch at a time so that no statement runs long. */
export async function tidyUp(db: Kysely<Schema>, now: Date): Promise<void> {
  const before = (ms: number) => new Date(now.getTime() - ms);
  await inBatches(() =>
    sql`
      delete from handled_activity where ctid in (
        select ctid from handled_activity where handled_at < ${before(keepActivitiesMs)} limit ${batch}
      )`.execute(db),
  );
  await inBatches(() =>
    sql`
      delete from said_once where ctid in (
        select ctid from said_once where said_at < ${before(keepSaidMs)} limit ${batch}
      )`.execute(db),
  );
}

async function inBatches(remove: () => Promise<{ numAffectedRows?: bigint }>): Promise<void> {
  let removed = BigInt(batch);
  while (removed >= BigInt(batch)) removed = (await remove()).numAffectedRows ?? 0n;
}
