import type { CompiledQuery, Kysely } from 'kysely';
import type pg from 'pg';
import type {
  Changes,
  Memory,
  Message,
  ShownCase,
  TurnRequest,
  WaitingMessage,
} from '../dialogs/kept.ts';
import type { Address, Person } from '../dialogs/person.ts';
import { caseFromRow } from './case-row.ts';
import { pipelinedTransaction, type Send } from './pipelined-transaction.ts';
import type { Schema } from './schema.ts';
import { createTurnStatements, type ShownRow } from './turn-statements.ts';

// Longer than the send of the turn itself can take, so that the sweep for messages left behind does
// not overtake it. A message for an own chat may take three calls: open, send, or send in the thread.
const firstRetryMs = { here: 10_000, ownChat: 30_000 };
// Presses that follow each other within this time make one edit of the message.
const refreshAfterMs = 3_000;

// How long a PC that is off is waited for. The person is told at most a shift later.
const runLivesMs = 4 * 60 * 60 * 1_000;

const later = (now: Date, ms: number) => new Date(now.getTime() + ms);

/** What a message came to: nothing when the same was said in this thread before. */
function waitingFrom(
  rows: unknown[] | undefined,
  { payload, caseId, toOwnChat }: Message,
  address: Address,
  person: Person | undefined,
): WaitingMessage[] {
  return ((rows ?? []) as { id: string }[]).map(({ id }) => ({
    id,
    address,
    ownChatOf: toOwnChat ? person : undefined,
    caseId,
    payload,
    attempts: 0,
  }));
}

/** Edited at once, and once more when it is due: an answer to a press on its way would lie over this edit. */
function shownFrom(row: ShownRow, now: Date): ShownCase[] {
  const { card_address: address, card_activity_id: activityId } = row;
  return address && activityId
    ? [{ trouble: caseFromRow(row), address, activityId, due: now }]
    : [];
}

/**
 * Runs turns of people: reads what is known, lets `decide` decide, and commits its changes with the
 * messages they cause. Turns of one person run one after the other, also across processes: the
 * person's row is locked for the length of the transaction.
 */
export function createTurns(db: Kysely<Schema>, pool: pg.Pool) {
  const statements = createTurnStatements(db);

  async function read(send: Send, request: TurnRequest): Promise<Memory> {
    const { person, address, activityId, namedCase, now } = request;
    const [[locked], rows] = await Promise.all([
      send(statements.lockPerson(person, address, activityId, now)),
      send(statements.readCases(person, namedCase)),
    ]);
    const isOwn = (row: (typeof rows)[number]) =>
      row.tenant_id === person.tenantId && row.user_id === person.userId;
    return {
      isRepeat: !locked?.is_fresh,
      role: locked?.role ?? undefined,
      cases: rows.filter(isOwn).map(caseFromRow),
      foreignTopic: rows.find((row) => !isOwn(row))?.topic_id,
    };
  }

  function queue(
    message: Message,
    address: Address,
    person: Person,
    step: number | undefined,
    now: Date,
  ) {
    const { payload, caseId, toOwnChat, oncePerThread } = message;
    return statements.queueMessage({
      address,
      ownChatOf: toOwnChat ? person : undefined,
      caseId,
      caseStep: step,
      payload,
      nextTryAt: later(now, toOwnChat ? firstRetryMs.ownChat : firstRetryMs.here),
      oncePerThread,
      now,
    });
  }

  function keep(request: TurnRequest, memory: Memory, changes: Changes): CompiledQuery<unknown>[] {
    const { person, address, namedCase, now } = request;
    const { cases, role, pressedOn } = changes;
    const isKnown = (id: string) => memory.cases.some((each) => each.id === id);
    const kept: CompiledQuery<unknown>[] = cases.map((trouble) =>
      isKnown(trouble.id) ? statements.updateCase(trouble) : statements.insertCase(person, trouble),
    );
    if (role && role !== memory.role) kept.push(statements.setRole(person, role));
    for (const request of changes.fleet ?? []) {
      kept.push(
        request.kind === 'cancel'
          ? statements.cancelFleetTask(request.task, now)
          : statements.askFleet(person, address, request, now, later(now, runLivesMs)),
      );
    }
    if (pressedOn && (pressedOn.caseId === undefined || pressedOn.caseId !== namedCase)) {
      kept.push(statements.forgetCardsOn(person, pressedOn.activityId));
    }
    if (pressedOn?.caseId !== undefined) {
      const due = later(now, refreshAfterMs);
      kept.push(statements.showCaseOn(pressedOn.caseId, address, pressedOn.activityId, due));
    }
    return kept;
  }

  return {
    /**
     * @returns the messages to send and the cards to edit now, and whether this activity had been
     *   handled before
     */
    async runTurn(
      request: TurnRequest,
      decide: (memory: Memory) => Changes,
    ): Promise<{ isRepeat: boolean; waiting: WaitingMessage[]; shown: ShownCase[] }> {
      const { person, address, now } = request;
      let isRepeat = false;
      let messages: readonly Message[] = [];
      let edits: readonly string[] = [];
      const rows = await pipelinedTransaction(pool, {
        read: (send) => read(send, request),
        plan: (memory) => {
          const changes = decide(memory);
          isRepeat = memory.isRepeat;
          if (isRepeat) return [];
          messages = changes.messages;
          const stepOf = (id: string | undefined) =>
            [...changes.cases, ...memory.cases].find((each) => each.id === id)?.step;
          const queued = messages.map((message) =>
            queue(message, address, person, stepOf(message.caseId), now),
          );
          edits = changes.edits ?? [];
          return [
            ...queued,
            ...keep(request, memory, changes),
            ...edits.map((id) => statements.editCard(id, later(now, refreshAfterMs))),
          ];
        },
      });
      const waiting = messages.flatMap((message, index) =>
        waitingFrom(rows[index], message, address, person),
      );
      const shown = (edits.length > 0 ? rows.slice(-edits.length) : []).flatMap((edited) =>
        (edited as ShownRow[]).flatMap((row) => shownFrom(row, now)),
      );
      return { isRepeat, waiting, shown };
    },

    /**
     * Queues what is said once in a thread to nobody in particular. Of the person whose message led to
     * it nothing is kept.
     */
    async sayOnce(
      message: Message,
      person: Person,
      address: Address,
      now: Date,
    ): Promise<WaitingMessage[]> {
      const { sql, parameters } = queue(message, address, person, undefined, now);
      const { rows } = await pool.query(sql, [...parameters]);
      return waitingFrom(rows, message, address, undefined);
    },
  };
}
