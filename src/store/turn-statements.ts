import { type CompiledQuery, type Kysely, sql } from 'kysely';
import type { Case, Role } from '../dialogs/case.ts';
import type { Payload } from '../dialogs/kept.ts';
import type { FleetRequest } from '../dialogs/pc-check.ts';
import type { Address, Person } from '../dialogs/person.ts';
import { type CaseRow, caseColumns, caseFields } from './case-row.ts';
import type { Schema } from './schema.ts';

/** A case with the message that shows it, when there is one. */
export type ShownRow = CaseRow & { card_address: Address | null; card_activity_id: string | null };

/** The statements of a turn, ready to send. Building them needs no connection. */
export function createTurnStatements(db: Kysely<Schema>) {
  return {
    /**
     * Waits for the person's turn before this one to end, and notes the activity. `is_fresh` is false
     * when it was noted before.
     */
    lockPerson(
      person: Person,
      address: Address,
      activityId: string,
      now: Date,
    ): CompiledQuery<{ role: Role | null; is_fresh: boolean }> {
      const chat = address.kind === 'personal' ? JSON.stringify(address) : null;
      return sql<{ role: Role | null; is_fresh: boolean }>`
        with fresh as (
          insert into handled_activity (conversation_id, activity_id, handled_at)
          values (${address.conversationId}, ${activityId}, ${now})
          on conflict do nothing returning 1
        ), me as (
          insert into person (tenant_id, user_id, teams_id, name, chat, last_seen_at)
          values (
            ${person.tenantId}, ${person.userId}, ${person.teamsId}, ${person.name}, ${chat}::jsonb, ${now}
          )
          on conflict (tenant_id, user_id) do update set
            teams_id = excluded.teams_id,
            name = excluded.name,
            chat = coalesce(excluded.chat, person.chat),
            last_seen_at = excluded.last_seen_at
          returning role
        )
        select me.role, exists (select from fresh) as is_fresh from me`.compile(db);
    },

    /**
     * The person's cases that are not closed, and the one a button names. A statement of its own: it
     * has to see what the turn before committed while we waited for the lock.
     */
    readCases({ tenantId, userId }: Person, namedCase: string | undefined): CompiledQuery<CaseRow> {
      const own = db
        .selectFrom('support_case')
        .select(caseFields)
        .where('tenant_id', '=', tenantId)
        .where('user_id', '=', userId)
        .where('status', '<>', 'closed')
        .orderBy('updated_at', 'desc')
        .limit(50);
      if (namedCase === undefined) return own.compile();
      const named = db.selectFrom('support_case').select(caseFields).where('id', '=', namedCase);
      return db
        .selectFrom(own.union(named).as('known'))
        .select(caseFields)
        .orderBy('updated_at', 'desc')
        .compile();
    },

    insertCase({ tenantId, userId }: Person, trouble: Case): CompiledQuery<unknown> {
      return db
        .insertInto('support_case')
        .values({ ...caseColumns(trouble), tenant_id: tenantId, user_id: userId })
        .compile();
    },

    updateCase(trouble: Case): CompiledQuery<unknown> {
      return db
        .updateTable('support_case')
        .set(caseColumns(trouble))
        .where('id', '=', trouble.id)
        .compile();
    },

    setRole({ tenantId, userId }: Person, role: Role): CompiledQuery<unknown> {
      return db
        .updateTable('person')
        .set({ role })
        .where('tenant_id', '=', tenantId)
        .where('user_id', '=', userId)
        .compile();
    },

    /** Remembers the message that shows a case, and that it has to be edited at `due`. */
    showCaseOn(
      caseId: string,
      address: Address,
      activityId: string,
      due: Date,
    ): CompiledQuery<unknown> {
      return db
        .updateTable('support_case')
        .set({
          card_address: JSON.stringify(address),
          card_activity_id: activityId,
          card_due_at: due,
        })
        .where('id', '=', caseId)
        .compile();
    },

    /** A message that shows something else now must not be edited back to a case it once showed. */
    forgetCardsOn({ tenantId, userId }: Person, activityId: string): CompiledQuery<unknown> {
      return db
        .updateTable('support_case')
        .set({ card_activity_id: null, card_due_at: null })
        .where('tenant_id', '=', tenantId)
        .where('user_id', '=', userId)
        .where('card_activity_id', '=', activityId)
        .compile();
    },

    /** The case has changed by itself: its message is edited now, and again when a press may be over it. */
    editCard(caseId: string, due: Date): CompiledQuery<ShownRow> {
      return db
        .updateTable('support_case')
        .set({ card_due_at: due })
        .where('id', '=', caseId)
        .where('card_activity_id', 'is not', null)
        .returning([...caseFields, 'card_address', 'card_activity_id'])
        .compile();
    },

    /** What the fleet agent is asked for. That somebody had a PC looked at is in the audit log from here on. */
    askFleet(
      person: Person,
      address: Address,
      request: Exclude<FleetRequest, { kind: 'cancel' }>,
      now: Date,
      expiresAt: Date,
    ): CompiledQuery<unknown> {
      const asked = sql`
        insert into fleet_task (id, case_id, request, person, address, created_at, expires_at, next_at)
        values (
          ${request.task}, ${request.caseId}, ${JSON.stringify(request)}::jsonb,
          ${JSON.stringify(person)}::jsonb, ${JSON.stringify(address)}::jsonb,
          ${now}, ${expiresAt}, ${now}
        )`;
      if (request.kind !== 'check-run') return asked.compile(db);
      const { pc, checks, reason } = request;
      return sql`
        with asked as (${asked})
        insert into audit_entry (at, event, tenant_id, user_id, case_id, subject, detail)
        values (
          ${now}, 'check-run-asked', ${person.tenantId}, ${person.userId}, ${request.caseId},
          ${request.task}, ${JSON.stringify({ pc, checks, reason })}::jsonb
        )`.compile(db);
    },

    /** The worker cancels it with the agent. */
    cancelFleetTask(task: string, now: Date): CompiledQuery<unknown> {
      return db
        .updateTable('fleet_task')
        .set({ is_cancelled: true, is_woken: true, next_at: now })
        .where('id', '=', task)
        .where('ended_at', 'is', null)
        .compile();
    },

    /** With `oncePerThread` there is no row when the same was said in this thread before. */
    queueMessage(message: {
      address: Address;
      ownChatOf: Person | undefined;
      caseId: string | undefined;
      caseStep: number | undefined;
      payload: Payload;
      nextTryAt: Date;
      oncePerThread: string | undefined;
      now: Date;
    }): CompiledQuery<{ id: string }> {
      const { address, ownChatOf, caseId, caseStep, payload, nextTryAt, oncePerThread, now } =
        message;
      const row = sql`
        ${JSON.stringify(address)}::jsonb,
        ${ownChatOf ? JSON.stringify(ownChatOf) : null}::jsonb,
        ${caseId ?? null}::text,
        ${caseStep ?? null}::integer,
        ${JSON.stringify(payload)}::json,
        ${nextTryAt}::timestamptz`;
      const into = sql`insert into outgoing (address, own_chat_of, case_id, case_step, payload, next_try_at)`;
      if (oncePerThread === undefined) {
        return sql<{ id: string }>`${into} values (${row}) returning id`.compile(db);
      }
      return sql<{ id: string }>`
        with first as (
          insert into said_once (conversation_id, subject, said_at)
          values (${address.conversationId}, ${oncePerThread}, ${now})
          on conflict do nothing returning 1
        )
        ${into} select ${row} from first returning id`.compile(db);
    },
  };
}
