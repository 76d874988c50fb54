import type { WaitingMessage } from '../dialogs/kept.ts';
import type { Address, Person } from '../dialogs/person.ts';
import type { Connector } from './connector.ts';
import { cardFor, payloadActivity, plainActivity } from './outgoing-activity.ts';
import { type SendFailure, sendFailure } from './send-failure.ts';

/** What the store does for delivery. */
interface Outbox {
  markDelivered: (message: WaitingMessage, shown: Shown) => Promise<void>;
  tryAgainAt: (id: string, when: Date) => Promise<void>;
  giveUp: (id: string) => Promise<void>;
  ownChat: (person: Person) => Promise<Address | undefined>;
  rememberOwnChat: (person: Person, chat: Address) => Promise<void>;
}

/** Where Teams shows a message. */
interface Shown {
  address: Address;
  activityId: string;
}

interface Options {
  connector: Connector;
  outbox: Outbox;
  now: () => Date;
  /** A number from 0 up to 1, so that what was put off together does not come back together. */
  random: () => number;
  log: { warn: (fields: object, message: string) => void };
  /** Takes note of work that goes on after the message is sent, so that a clean stop can wait for it. */
  inBackground: (work: Promise<unknown>) => void;
}

// Waits double from two seconds to ten minutes: twelve tries span about three quarters of an hour.
const mostTries = 12;
const longestWaitMs = 600_000;
const doubtfulWaitMs = 10_000;

/** Delivers one waiting message. Never throws: what fails is put off, or given up and logged. */
export type Deliver = (message: WaitingMessage) => Promise<void>;

export function createDeliver(options: Options): Deliver {
  const { connector, outbox, now, random, log, inBackground } = options;
  const judge = (error: unknown) => sendFailure(error, now().getTime());

  async function toOwnChat(person: Person, { address, payload }: WaitingMessage): Promise<Shown> {
    const known = await outbox.ownChat(person);
    if (known) {
      try {
        return {
          address: known,
          activityId: await connector.send(known, payloadActivity(payload)),
        };
      } catch (error) {
        // 404: the person deleted that chat. A new one can be opened; the old address is dead for ever.
        const failure = judge(error);
        if (failure.kind !== 'refused' || failure.status !== 404) throw error;
      }
    }
    const chat = await connector.openOwnChat(person, address);
    await outbox.rememberOwnChat(person, chat);
    return { address: chat, activityId: await connector.send(chat, payloadActivity(payload)) };
  }

  /** Where there is no way into the person's own chat. What is private stays out of the shared one. */
  async function inTheThread(
    person: Person,
    { address, caseId, payload }: WaitingMessage,
  ): Promise<Shown> {
    const activity =
      payload.kind === 'card' && caseId !== undefined
        ? cardFor(payload.card, person)
        : plainActivity('I cannot reach your own chat. Open a chat with me and ask me there.');
    return { address, activityId: await connector.send(address, activity) };
  }

  async function send(message: WaitingMessage): Promise<Shown> {
    const { ownChatOf, payload, address } = message;
    if (!ownChatOf)
      return { address, activityId: await connector.send(address, payloadActivity(payload)) };
    try {
      return await toOwnChat(ownChatOf, message);
    } catch (error) {
      if (judge(error).kind !== 'refused') throw error;
      return inTheThread(ownChatOf, message);
    }
  }

  function waitFor(failure: SendFailure, attempts: number): number {
    if (failure.kind !== 'not-sent') return doubtfulWaitMs;
    const backOff = Math.min(2_000 * 2 ** attempts, longestWaitMs);
    return Math.max(failure.retryAfterMs, backOff) * (1 + random() / 4);
  }

  async function putOff(message: WaitingMessage, error: unknown): Promise<void> {
    const { id, caseId, attempts } = message;
    const failure = judge(error);
    const fields = { outgoing: id, case: caseId, attempts: attempts + 1, failure, err: error };
    // A reply that may have arrived is sent once more: a second copy of a card does no harm, silence does.
    const tries = { 'not-sent': mostTries, unknown: 2, refused: 1 }[failure.kind];
    if (attempts + 1 >= tries) {
      log.warn(fields, 'message given up');
      await outbox.giveUp(id);
      return;
    }
    log.warn(fields, 'message put off');
    await outbox.tryAgainAt(id, new Date(now().getTime() + waitFor(failure, attempts)));
  }

  return async (message) => {
    const unrecorded = (error: unknown) => {
      // The database went away: the row is still there, and the sweep finds it.
      log.warn({ outgoing: message.id, err: error }, 'delivery could not be recorded');
    };
    try {
      const shown = await send(message).catch((error: unknown) => putOff(message, error));
      if (shown) inBackground(outbox.markDelivered(message, shown).catch(unrecorded));
    } catch (error) {
      unrecorded(error);
    }
  };
}
