import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/**
 * Notes that something with an id has come, such as a callback.
 *
 * @param from who gives the ids out
 * @returns false when it had come before
 */
export async function noteOnce(
  db: Kysely<Schema>,
  from: string,
  id: string,
  now: Date,
): Promise<boolean> {
  const noted = await db
    .insertInto('handled_activity')
    .values({ conversation_id: from, activity_id: id, handled_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (noted.numInsertedOrUpdatedRows ?? 0n) > 0n;
}
