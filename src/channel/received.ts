import { z } from 'zod';
import { Action } from '../cards/action.ts';
import type { Address, Person } from '../dialogs/person.ts';
import type { Input } from '../dialogs/turn.ts';
import type { IncomingActivity } from './incoming-activity.ts';

/** An activity in plain words: who did what, where. */
export interface Received {
  person: Person;
  address: Address;
  activityId: string;
  input: Input;
  mentioned: boolean;
  /** Set when Teams waits for a card as the answer; the id of the message whose button was pressed. */
  pressedOn?: string;
}

const InvokeValue = z.looseObject({
  action: z.looseObject({ verb: z.string().nullish(), data: z.looseObject({}).nullish() }),
});

/** Data of a press. Teams names the verb beside the data; our cards repeat it inside for older clients. */
function pressed(data: unknown, verb?: string | null): Input {
  const named =
    typeof data === 'object' && data !== null ? { ...data, ...(verb ? { verb } : {}) } : { verb };
  const action = Action.safeParse(named);
  return action.success ? { kind: 'action', action: action.data } : { kind: 'unknown-action' };
}

/** What is not known to be a person's own chat is treated as shared: nothing private goes there. */
function placeKind({
  conversationType,
  isGroup,
}: IncomingActivity['conversation']): Address['kind'] {
  if (conversationType === 'channel') return 'channel';
  if (conversationType === 'personal') return 'personal';
  return conversationType || isGroup ? 'group' : 'personal';
}

/** The chat an activity came from. */
export function addressOf({
  conversation,
  channelData,
  recipient,
  serviceUrl,
}: IncomingActivity): Address {
  return {
    serviceUrl,
    tenantId: conversation.tenantId ?? channelData?.tenant?.id ?? 'none',
    conversationId: conversation.id,
    kind: placeKind(conversation),
    botId: recipient.id,
  };
}

function isMentioned({ entities, recipient }: IncomingActivity): boolean {
  return (entities ?? []).some((entity) => {
    const mentioned = entity.mentioned;
    return (
      entity.type === 'mention' &&
      typeof mentioned === 'object' &&
      mentioned !== null &&
      'id' in mentioned &&
      mentioned.id === recipient.id
    );
  });
}

/** Whether a message is meant for the bot, and not for the others in a shared chat. */
export function isForBot(activity: IncomingActivity): boolean {
  return addressOf(activity).kind === 'personal' || isMentioned(activity);
}

/** Teams sends every message a second time as a text/html attachment; that is not a file. */
function hasFiles({ attachments }: IncomingActivity): boolean {
  return (attachments ?? []).some(({ contentType }) => contentType !== 'text/html');
}

function inputOf(
  activity: IncomingActivity,
  toText: (markup: string) => string,
  redact: (text: string) => string,
): Input | undefined {
  const { type, text, value, membersAdded, recipient } = activity;
  if (type === 'message') {
    if (value !== undefined && value !== null) return pressed(value);
    const plain = toText(text ?? '');
    return {
      kind: 'text',
      text: plain,
      raw: text ?? '',
      said: redact(plain),
      hasFiles: hasFiles(activity),
    };
  }
  if (type === 'invoke' && activity.name === 'adaptiveCard/action') {
    const invoke = InvokeValue.safeParse(value);
    return invoke.success
      ? pressed(invoke.data.action.data, invoke.data.action.verb)
      : { kind: 'unknown-action' };
  }
  if (type === 'conversationUpdate' && (membersAdded ?? []).some(({ id }) => id === recipient.id))
    return { kind: 'arrived' };
  if (type === 'installationUpdate' && activity.action?.startsWith('add'))
    return { kind: 'arrived' };
  return undefined;
}

/**
 * Reads an activity. Undefined for what the bot does not react to: edits, reactions, typing, other
 * bots, its own messages, and kinds of activity it does not know.
 *
 * @param newId makes an id for an activity that came without one
 */
export function received(
  activity: IncomingActivity,
  {
    toText,
    redact,
    newId,
  }: { toText: (markup: string) => string; redact: (text: string) => string; newId: () => string },
): Received | undefined {
  const { from, recipient } = activity;
  // Teams ids of apps begin with 28:, whatever they say of their role.
  if (from.role === 'bot' || from.id === recipient.id || from.id.startsWith('28:'))
    return undefined;
  const input = inputOf(activity, toText, redact);
  if (!input) return undefined;
  const address = addressOf(activity);
  return {
    person: {
      tenantId: address.tenantId,
      userId: from.aadObjectId ?? from.id,
      teamsId: from.id,
      name: from.name ?? 'Somebody',
    },
    address,
    activityId: activity.id ?? newId(),
    input,
    mentioned: input.kind !== 'text' || isForBot(activity),
    ...(activity.type === 'invoke' ? { pressedOn: activity.replyToId ?? '' } : {}),
  };
}
