import type { Kysely } from 'kysely';
import type { ShownCase } from '../dialogs/kept.ts';
import { caseFields, caseFromRow } from './case-row.ts';
import type { Schema } from './schema.ts';

// Longer than one edit can take, time-out included.
const leaseMs = 30_000;

/**
 * Takes cases whose message shows an older step. Each is taken by one copy of the bot, and taken again
 * after a while unless {@link cardRefreshed} is told.
 */
export async function takeStaleCards(
  db: Kysely<Schema>,
  now: Date,
  limit = 50,
): Promise<ShownCase[]> {
  const due = new Date(now.getTime() + leaseMs);
  const rows = await db
    .updateTable('support_case')
    .set({ card_due_at: due })
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('support_case')
        .select('id')
        .where('card_due_at', '<=', now)
        .orderBy('card_due_at')
        .limit(limit)
        .forUpdate()
        .skipLocked(),
    )
    .returning([...caseFields, 'card_address', 'card_activity_id'])
    .execute();
  return rows.flatMap((row) =>
    row.card_address && row.card_activity_id
      ? [
          {
            trouble: caseFromRow(row),
            address: row.card_address,
            activityId: row.card_activity_id,
            due,
          },
        ]
      : [],
  );
}

/** The message shows this step now. A press since it was taken has set another moment, and it stays due. */
export async function cardRefreshed(
  db: Kysely<Schema>,
  { trouble, activityId, due }: ShownCase,
): Promise<void> {
  await db
    .updateTable('support_case')
    .set({ card_due_at: null })
    .where('id', '=', trouble.id)
    .where('card_activity_id', '=', activityId)
    .where('card_due_at', '=', due)
    .execute();
}
