import type { Kysely } from 'kysely';
import type { WaitingMessage } from '../dialogs/kept.ts';
import type { Schema } from './schema.ts';

// Longer than one try of one message can take, time-outs included.
const leaseMs = 30_000;

/**
 * Takes messages that were left behind: by a crash between commit and send, or by a failed try.
 * Copies of the bot can sweep at once, each message is taken by one of them.
 */
export async function takeWaiting(
  db: Kysely<Schema>,
  now: Date,
  limit = 50,
): Promise<WaitingMessage[]> {
  const rows = await db
    .updateTable('outgoing')
    .set((eb) => ({
      attempts: eb('attempts', '+', 1),
      next_try_at: new Date(now.getTime() + leaseMs),
    }))
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('outgoing')
        .select('id')
        .where('next_try_at', '<=', now)
        .orderBy('next_try_at')
        .limit(limit)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['id', 'address', 'own_chat_of', 'case_id', 'payload', 'attempts'])
    .execute();
  return rows.map((row) => ({
    id: row.id,
    address: row.address,
    ownChatOf: row.own_chat_of ?? undefined,
    caseId: row.case_id ?? undefined,
    payload: row.payload,
    attempts: row.attempts,
  }));
}

/** Puts a message off to a later try. */
export async function tryAgainAt(db: Kysely<Schema>, id: string, when: Date): Promise<void> {
  await db.updateTable('outgoing').set({ next_try_at: when }).where('id', '=', id).execute();
}

/** Gives a message up. The caller has logged why. */
export async function giveUp(db: Kysely<Schema>, id: string): Promise<void> {
  await db.deleteFrom('outgoing').where('id', '=', id).execute();
}
