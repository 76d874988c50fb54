import type { Kysely } from 'kysely';
import type pg from 'pg';
import type { Case, Role } from '../dialogs/case.ts';
import type { Address, Person } from '../dialogs/person.ts';
import { caseFromRow } from './case-row.ts';
import { pipelinedTransaction, type Send } from './pipelined-transaction.ts';
import type { Payload, Schema } from './schema.ts';
import { createTurnStatements } from './turn-statements.ts';

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
  /** Topic of the named case when that is somebody else's. */
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
  /** The message whose button was pressed, and the case it shows from now on, if it shows one. */
  pressedOn?: { activityId: string; caseId: string | undefined };
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

// Long enough that a turn that is still sending is not overtaken by the sweep for messages left behind.
const firstRetryMs = 20_000;
// Presses that follow each other within this time make one edit of the message.
const refreshAfterMs = 3_000;

const later = (now: Date, ms: number) => new Date(now.getTime() + ms);

/**
 * Runs turns of people: reads what is known, lets `decide` decide, and commits its changes with the
 * messages they cause. Turns of one person run one after the other, also across processes: the
 * person's row is locked for the length of the transaction.
 */
export function createRunTurn(db: Kysely<Schema>, pool: pg.Pool) {
  const statements = createTurnStatements(db);

  async function read(
    send: Send,
    { person, address, activityId, namedCase, now }: TurnRequest,
  ): Promise<Memory> {
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

  function keepCases(
    send: Send,
    { person }: TurnRequest,
    known: readonly Case[],
    changed: readonly Case[],
  ) {
    return changed.map((trouble) =>
      send(
        known.some(({ id }) => id === trouble.id)
          ? statements.updateCase(trouble)
          : statements.insertCase(person, trouble),
      ),
    );
  }

  async function queue(
    send: Send,
    { person, address, now }: TurnRequest,
    message: Message,
  ): Promise<Waiting[]> {
    const { payload, caseId, oncePerThread } = message;
    const ownChatOf = message.toOwnChat ? person : undefined;
    const nextTryAt = later(now, firstRetryMs);
    const rows = await send(
      statements.queueMessage({ address, ownChatOf, caseId, payload, nextTryAt, oncePerThread }),
    );
    return rows.map(({ id }) => ({ id, address, ownChatOf, caseId, payload, attempts: 0 }));
  }

  /** Keeps the changes. Sends every statement before it waits for one. */
  async function write(
    send: Send,
    request: TurnRequest,
    memory: Memory,
    changes: Changes,
  ): Promise<Waiting[]> {
    const { role, pressedOn } = changes;
    const kept: Promise<unknown>[] = keepCases(send, request, memory.cases, changes.cases);
    if (role && role !== memory.role) kept.push(send(statements.setRole(request.person, role)));
    if (pressedOn && pressedOn.caseId !== request.namedCase) {
      kept.push(send(statements.forgetCardsOn(request.person, pressedOn.activityId)));
    }
    if (pressedOn?.caseId !== undefined) {
      const due = later(request.now, refreshAfterMs);
      const { caseId, activityId } = pressedOn;
      kept.push(send(statements.showCaseOn(caseId, request.address, activityId, due)));
    }
    const queued = changes.messages.map((message) => queue(send, request, message));
    await Promise.all(kept);
    return (await Promise.all(queued)).flat();
  }

  /** @returns the messages to send now, and whether this activity had been handled before */
  return async function runTurn(
    request: TurnRequest,
    decide: (memory: Memory) => Changes,
  ): Promise<{ isRepeat: boolean; waiting: Waiting[] }> {
    return pipelinedTransaction(pool, {
      read: (send) => read(send, request),
      write: async (send, memory) => {
        const changes = decide(memory);
        const { isRepeat } = memory;
        return { isRepeat, waiting: isRepeat ? [] : await write(send, request, memory, changes) };
      },
    });
  };
}
