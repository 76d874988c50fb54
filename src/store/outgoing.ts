import type { Kysely } from 'kysely';
import type { Case } from '../dialogs/case.ts';
import type { Address, Person } from '../dialogs/person.ts';
import { caseFromRow } from './case-row.ts';
import type { Schema } from './schema.ts';
import type { Waiting } from './turns.ts';

/** Long enough for one try of one message, time-out included, to end. */
const leaseSeconds = 30;

/**
 * Takes messages that were left behind: by a crash between commit and send, or by a failed try.
 * Copies of the bot can sweep at once, each message is taken by one of them.
 */
export async function takeWaiting(db: Kysely<Schema>, now: Date, limit = 50): Promise<Waiting[]> {
  const rows = await db
    .updateTable('outgoing')
    .set((eb) => ({
      attempts: eb('attempts', '+', 1),
      next_try_at: new Date(now.getTime() + leaseSeconds * 1_000),
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
    .returningAll()
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

/** The chat a person has with the bot alone, if they have used it. */
export async function ownChat(
  db: Kysely<Schema>,
  { tenantId, userId }: Person,
): Promise<Address | undefined> {
  const row = await db
    .selectFrom('person')
    .select('chat')
    .where('tenant_id', '=', tenantId)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row?.chat ?? undefined;
}

/** Keeps a chat that the bot opened with a person. */
export async function rememberOwnChat(
  db: Kysely<Schema>,
  { tenantId, userId }: Person,
  chat: Address,
): Promise<void> {
  await db
    .updateTable('person')
    .set({ chat: JSON.stringify(chat) })
    .where('tenant_id', '=', tenantId)
    .where('user_id', '=', userId)
    .execute();
}

/** A case with the message that shows it. */
export interface ShownCase {
  trouble: Case;
  address: Address;
  activityId: string;
}

/**
 * Takes cases whose message shows an older step. Each is taken by one copy of the bot, and taken again
 * after a while unless {@link cardRefreshed} is told.
 */
export async function takeStaleCards(
  db: Kysely<Schema>,
  now: Date,
  limit = 50,
): Promise<ShownCase[]> {
  const rows = await db
    .updateTable('support_case')
    .set({ card_due_at: new Date(now.getTime() + leaseSeconds * 1_000) })
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
    .returningAll()
    .execute();
  return rows.flatMap((row) =>
    row.card_address && row.card_activity_id
      ? [{ trouble: caseFromRow(row), address: row.card_address, activityId: row.card_activity_id }]
      : [],
  );
}

/** The message shows this step now. A press in the meantime has made it stale again, and it stays due. */
export async function cardRefreshed(db: Kysely<Schema>, { id, step }: Case): Promise<void> {
  await db
    .updateTable('support_case')
    .set({ card_due_at: null })
    .where('id', '=', id)
    .where('step', '=', step)
    .execute();
}

/** Deletes the memory of activities older than Teams ever re-sends. */
export async function forgetHandledActivities(db: Kysely<Schema>, before: Date): Promise<void> {
  await db.deleteFrom('handled_activity').where('handled_at', '<', before).execute();
}
