import { randomUUID } from 'node:crypto';
import type { FakeConnector, ShownMessage } from './fake-connector.ts';

/** A button as it stands on a card. */
export interface CardButton {
  title: string;
  verb: string;
  data: Record<string, unknown>;
}

interface Options {
  /** Address of the bot, without a path. */
  botUrl: string;
  connector: FakeConnector;
  name?: string;
  userId?: string;
  conversation?: { id: string; kind: 'personal' | 'groupChat' | 'channel' };
}

const tenantId = '11111111-2222-3333-4444-555555555555';
const bot = { id: '28:bot', name: 'Smartcard support' };

/** Every object in a card, depth first. */
export function elementsOf(node: unknown): Record<string, unknown>[] {
  if (Array.isArray(node)) return node.flatMap(elementsOf);
  if (typeof node !== 'object' || node === null) return [];
  const { fallback, ...rest } = node as Record<string, unknown>;
  return [rest, ...Object.values(rest).flatMap(elementsOf)];
}

/** Everything a card says, buttons included, one line each. */
export function textOf(card: unknown): string {
  return elementsOf(card)
    .flatMap(({ text, title }) => [text, title])
    .filter((line) => typeof line === 'string')
    .join('\n');
}

export function buttonsOf(card: unknown): CardButton[] {
  return elementsOf(card).filter(
    ({ type }) => type === 'Action.Execute',
  ) as unknown as CardButton[];
}

export function cardOf(message: ShownMessage): unknown {
  const [attachment] = (message.activity.attachments ?? []) as { content: unknown }[];
  return attachment?.content;
}

/** Somebody in Teams, who sees what Teams would show them: types, presses, reads cards. */
export function createPerson({
  botUrl,
  connector,
  name = 'Ada Nurse',
  userId = randomUUID(),
  conversation,
}: Options) {
  const chat = conversation ?? { id: `a:${userId}`, kind: 'personal' as const };

  const activityOf = (parts: Record<string, unknown>) => ({
    id: randomUUID(),
    channelId: 'msteams',
    serviceUrl: connector.serviceUrl,
    from: { id: `29:${userId}`, aadObjectId: userId, name },
    recipient: bot,
    conversation: { id: chat.id, conversationType: chat.kind, tenantId },
    ...parts,
  });

  async function post(activity: unknown): Promise<{ status: number; body: unknown }> {
    const response = await fetch(`${botUrl}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    });
    const text = await response.text();
    return { status: response.status, body: text ? JSON.parse(text) : undefined };
  }

  const here = () => connector.messages.filter(({ conversationId }) => conversationId === chat.id);

  /** What Teams answers a press with, seen by the presser alone. */
  async function pressData(
    data: Record<string, unknown>,
    replyToId: string | undefined,
    id: string = randomUUID(),
  ) {
    const value = {
      action: { type: 'Action.Execute', verb: data.verb, data },
      trigger: 'manual',
    };
    const { status, body } = await post(
      activityOf({ type: 'invoke', name: 'adaptiveCard/action', id, replyToId, value }),
    );
    return { status, card: (body as { value?: unknown } | undefined)?.value, body };
  }

  return {
    userId,
    chatId: chat.id,
    post,
    activityOf,
    pressData,
    messages: here,
    /** Types a message; resolves when the bot has answered the activity. */
    say: (text: string, parts: Record<string, unknown> = {}) =>
      post(activityOf({ type: 'message', text, ...parts })),
    /** Types a message with the bot mentioned. */
    mention: (text: string) =>
      post(
        activityOf({
          type: 'message',
          text: `<at>${bot.name}</at> ${text}`,
          entities: [{ type: 'mention', text: `<at>${bot.name}</at>`, mentioned: bot }],
        }),
      ),
    /** The card of the newest message in this chat that has one. */
    card: () => {
      const newest = here().findLast(({ activity }) => activity.attachments);
      if (!newest) throw new Error(`No card in ${chat.id} yet.`);
      return cardOf(newest);
    },
    /** Resolves with the first message of this chat whose card says this, also one that is there already. */
    see: (text: string) =>
      connector.waitFor(
        (message) => message.conversationId === chat.id && textOf(cardOf(message)).includes(text),
      ),
    /** Presses the button with this title on the newest card, and shows the answer in its place. */
    press: async (title: string, id?: string) => {
      const newest = here().findLast(({ activity }) => activity.attachments);
      const button = newest && buttonsOf(cardOf(newest)).find((each) => each.title === title);
      if (!newest || !button)
        throw new Error(`No button “${title}” on:\n${newest ? textOf(cardOf(newest)) : 'nothing'}`);
      const { card, status } = await pressData(button.data, newest.id, id);
      if (card) newest.activity = { ...newest.activity, attachments: [{ content: card }] };
      return { card, status };
    },
  };
}

export type Someone = ReturnType<typeof createPerson>;
