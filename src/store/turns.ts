import { type Kysely, sql, type Transaction } from 'kysely';
import type { Case, Role } from '../dialogs/case.ts';
import type { Address, Person } from '../dialogs/person.ts';
import { caseColumns, caseFromRow } from './case-row.ts';
import type { Payload, Schema } from './schema.ts';

/** Who did something, where, and what it points at. */
export interface TurnRequest {
  person: Person;
  address: Address;
  activityId: string;
  /** The case that a pressed button names. */
  namedCase: string | undefined;
  now: Date;
}

/** What is known before deciding. */
export interface Memory {
  /** This very activity has had its effect already. */
  isRepeat: boolean;
  role: Role | undefined;
  cases: Case[];
  foreignTopic: string | undefined;
}

/** A message to send once the turn is committed. */
export interface Message {
  payload: Payload;
  caseId?: string;
  toOwnChat?: boolean;
  oncePerThread?: string;
}

/** What to keep of a turn. */
export interface Changes {
  cases: readonly Case[];
  role?: Role | undefined;
  messages: readonly Message[];
  /** The message that shows this case from now on, because a button on it was pressed. */
  shownOn?: { caseId: string; activityId: string };
}

/** A message as it waits, with the row that remembers it. */
export interface Waiting {
  id: string;
  address: Address;
  ownChatOf: Person | undefined;
  caseId: string | undefined;
  payload: Payload;
  attempts: number;
}

/** Adds a job inside the turn's transaction: both are there after a crash, or neither. */
export type RefreshCardLater = (trx: Transaction<Schema>, caseId: string) => Promise<void>;

// Long enough that a turn that is still sending is not overtaken by the sweep for messages left behind.
const firstRetryMs = 20_000;

async function lockPerson(trx: Transaction<Schema>, request: TurnRequest) {
  const { person, address, activityId, now } = request;
  const chat = address.kind === 'personal' ? JSON.stringify(address) : null;
  const { rows } = await sql<{ role: Role | null; is_fresh: boolean }>`
    with fresh as (
      insert into handled_activity (conversation_id, activity_id, handled_at)
      values (${address.conversationId}, ${activityId}, ${now})
      on conflict do nothing returning 1
    ), me as (
      insert into person (tenant_id, user_id, name, chat, last_seen_at)
      values (${person.tenantId}, ${person.userId}, ${person.name}, ${chat}::jsonb, ${now})
      on conflict (tenant_id, user_id) do update
        set name = excluded.name, chat = coalesce(excluded.chat, person.chat), last_seen_at = excluded.last_seen_at
      returning role
    )
    select me.role, exists (select from fresh) as is_fresh from me`.execute(trx);
  return { role: rows[0]?.role ?? undefined, isRepeat: !rows[0]?.is_fresh };
}

/** A statement of its own: it must see what the turn before this one committed while we waited for the lock. */
async function readCases(trx: Transaction<Schema>, { person, namedCase }: TurnRequest) {
  const rows = await trx
    .selectFrom('support_case')
    .selectAll()
    .where((eb) =>
      eb.or([
        eb.and([
          eb('tenant_id', '=', person.tenantId),
          eb('user_id', '=', person.userId),
          eb('status', '<>', 'closed'),
        ]),
        ...(namedCase === undefined ? [] : [eb('id', '=', namedCase)]),
      ]),
    )
    .orderBy('updated_at', 'desc')
    .limit(50)
    .execute();
  const isOwn = (row: { tenant_id: string; user_id: string }) =>
    row.tenant_id === person.tenantId && row.user_id === person.userId;
  return {
    cases: rows.filter(isOwn).map(caseFromRow),
    foreignTopic: rows.find((row) => !isOwn(row))?.topic_id,
  };
}

async function saveCases(
  trx: Transaction<Schema>,
  { person }: TurnRequest,
  known: readonly Case[],
  changed: readonly Case[],
) {
  for (const trouble of changed) {
    const columns = caseColumns(trouble);
    if (known.some(({ id }) => id === trouble.id)) {
      await trx.updateTable('support_case').set(columns).where('id', '=', trouble.id).execute();
    } else {
      const owner = { tenant_id: person.tenantId, user_id: person.userId };
      await trx
        .insertInto('support_case')
        .values({ ...columns, ...owner })
        .execute();
    }
  }
}

async function saysItFirst(trx: Transaction<Schema>, conversationId: string, subject: string) {
  const inserted = await trx
    .insertInto('said_once')
    .values({ conversation_id: conversationId, subject })
    .onConflict((oc) => oc.doNothing())
    .returning('subject')
    .execute();
  return inserted.length > 0;
}

async function queueMessages(
  trx: Transaction<Schema>,
  request: TurnRequest,
  messages: readonly Message[],
) {
  const waiting: Waiting[] = [];
  for (const { payload, caseId, toOwnChat, oncePerThread } of messages) {
    if (
      oncePerThread !== undefined &&
      !(await saysItFirst(trx, request.address.conversationId, oncePerThread))
    )
      continue;
    const { id } = await trx
      .insertInto('outgoing')
      .values({
        address: JSON.stringify(request.address),
        own_chat_of: toOwnChat ? JSON.stringify(request.person) : null,
        case_id: caseId ?? null,
        payload: JSON.stringify(payload),
        next_try_at: new Date(request.now.getTime() + firstRetryMs),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const ownChatOf = toOwnChat ? request.person : undefined;
    waiting.push({ id, address: request.address, ownChatOf, caseId, payload, attempts: 0 });
  }
  return waiting;
}

/**
 * Runs one turn of one person: reads what is known, lets `decide` decide, and commits its changes
 * with the messages they cause. Turns of one person run one after the other, also across processes:
 * the person's row is locked for the length of the transaction.
 *
 * @returns the messages to send now, and whether this activity was new
 */
export async function runTurn(
  db: Kysely<Schema>,
  request: TurnRequest,
  refreshCardLater: RefreshCardLater,
  decide: (memory: Memory) => Changes,
): Promise<{ isRepeat: boolean; waiting: Waiting[] }> {
  return db.transaction().execute(async (trx) => {
    const { role, isRepeat } = await lockPerson(trx, request);
    const memory = { role, isRepeat, ...(await readCases(trx, request)) };
    const changes = decide(memory);
    if (isRepeat) return { isRepeat, waiting: [] };
    await saveCases(trx, request, memory.cases, changes.cases);
    if (changes.role && changes.role !== role) {
      await trx
        .updateTable('person')
        .set({ role: changes.role })
        .where('tenant_id', '=', request.person.tenantId)
        .where('user_id', '=', request.person.userId)
        .execute();
    }
    if (changes.shownOn) {
      await trx
        .updateTable('support_case')
        .set({
          card_address: JSON.stringify(request.address),
          card_activity_id: changes.shownOn.activityId,
        })
        .where('id', '=', changes.shownOn.caseId)
        .execute();
      await refreshCardLater(trx, changes.shownOn.caseId);
    }
    return { isRepeat, waiting: await queueMessages(trx, request, changes.messages) };
  });
}
