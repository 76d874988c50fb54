import type { CardModel } from '../cards/card-model.ts';
import type { Address, Person } from '../dialogs/person.ts';
import type { Connector } from './connector.ts';
import { cardActivity, cardFor, plainActivity } from './outgoing-activity.ts';
import { sendFailure } from './send-failure.ts';

/** A message that is decided on and kept until it is delivered. */
export interface WaitingMessage {
  id: string;
  address: Address;
  /** Set when it is for this person's own chat. */
  ownChatOf: Person | undefined;
  caseId: string | undefined;
  payload: { kind: 'card'; card: CardModel } | { kind: 'plain'; text: string };
  /** Tries before this one. */
  attempts: number;
}

/** What the store does for delivery. */
export interface Outbox {
  markDelivered: (
    message: WaitingMessage,
    shown: { address: Address; activityId: string },
  ) => Promise<void>;
  tryAgainAt: (id: string, when: Date) => Promise<void>;
  giveUp: (id: string) => Promise<void>;
  ownChat: (person: Person) => Promise<Address | undefined>;
  rememberOwnChat: (person: Person, chat: Address) => Promise<void>;
}

interface Options {
  connector: Connector;
  outbox: Outbox;
  now: () => Date;
  log: { warn: (fields: object, message: string) => void };
  /** Takes note of work that goes on after the message is sent, so that a clean stop can wait for it. */
  inBackground: (work: Promise<unknown>) => void;
}

const mostTries = 8;
const doubtfulWaitMs = 10_000;

/** Delivers one waiting message. Never throws: what fails is put off, or given up and logged. */
export type Deliver = (message: WaitingMessage) => Promise<void>;

export function createDeliver({ connector, outbox, now, log, inBackground }: Options): Deliver {
  async function toOwnChat(person: Person, { address, payload }: WaitingMessage) {
    const known = await outbox.ownChat(person);
    const chat = known ?? (await connector.openOwnChat(person, address));
    const activity =
      payload.kind === 'card' ? cardActivity(payload.card) : plainActivity(payload.text);
    const activityId = await connector.send(chat, activity);
    if (!known) await outbox.rememberOwnChat(person, chat);
    return { address: chat, activityId };
  }

  /** Where there is no way into the person's own chat. What is private stays out of the shared one. */
  async function inTheThread(person: Person, { address, caseId, payload }: WaitingMessage) {
    const activity =
      payload.kind === 'card' && caseId !== undefined
        ? cardFor(payload.card, person)
        : plainActivity('I cannot reach your own chat. Open a chat with me and ask me there.');
    return { address, activityId: await connector.send(address, activity) };
  }

  async function send(message: WaitingMessage) {
    const { ownChatOf, payload, address } = message;
    if (!ownChatOf) {
      const activity =
        payload.kind === 'card' ? cardActivity(payload.card) : plainActivity(payload.text);
      return { address, activityId: await connector.send(address, activity) };
    }
    try {
      return await toOwnChat(ownChatOf, message);
    } catch (error) {
      if (sendFailure(error, now().getTime()).kind !== 'refused') throw error;
      return inTheThread(ownChatOf, message);
    }
  }

  async function putOff(message: WaitingMessage, error: unknown) {
    const failure = sendFailure(error, now().getTime());
    const fields = {
      outgoing: message.id,
      case: message.caseId,
      attempts: message.attempts + 1,
      failure,
      err: error,
    };
    // A reply that may have arrived is sent once more: a second copy of a card does no harm, silence does.
    const tries = failure.kind === 'not-sent' ? mostTries : failure.kind === 'unknown' ? 2 : 1;
    if (message.attempts + 1 >= tries) {
      log.warn(fields, 'message given up');
      await outbox.giveUp(message.id);
      return;
    }
    log.warn(fields, 'message put off');
    const wait = failure.kind === 'not-sent' ? failure.retryAfterMs : doubtfulWaitMs;
    await outbox.tryAgainAt(message.id, new Date(now().getTime() + wait));
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
