import type { Kysely } from 'kysely';
import type { Address, Person } from '../dialogs/person.ts';
import type { Schema } from './schema.ts';

/** The chat a person has with the bot alone, if there is one. */
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

/** Keeps a chat that the bot opened with a person, in place of one that is gone. */
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
