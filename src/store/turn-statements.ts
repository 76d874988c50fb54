import { type CompiledQuery, type Kysely, sql } from 'kysely';
import type { Case, Role } from '../dialogs/case.ts';
import type { Payload } from '../dialogs/kept.ts';
import type { Address, Person } from '../dialogs/person.ts';
import { type CaseRow, caseColumns, caseFields } from './case-row.ts';
import type { Schema } from './schema.ts';

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
