import { describe, expect, test, vi } from 'vitest';
import type { Connector } from '../../src/channel/connector.ts';
import { createDeliver } from '../../src/channel/deliver.ts';
import type { WaitingMessage } from '../../src/dialogs/kept.ts';

const now = new Date('2026-11-22T09:00:00Z');
const thread = {
  serviceUrl: 'http://127.0.0.1/',
  tenantId: 't',
  conversationId: 'thread',
  kind: 'channel',
  botId: 'bot',
} as const;
const ownChat = { ...thread, conversationId: 'own', kind: 'personal' } as const;
const ada = { tenantId: 't', userId: 'ada', teamsId: '29:ada', name: 'Ada <at>' };

function message(parts: Partial<WaitingMessage> = {}): WaitingMessage {
  return {
    id: '1',
    address: thread,
    ownChatOf: undefined,
    caseId: undefined,
    payload: { kind: 'plain', text: 'hello' },
    attempts: 0,
    ...parts,
  };
}

function parts() {
  const connector = {
    send: vi.fn<Connector['send']>().mockResolvedValue('m-1'),
    update: vi.fn<Connector['update']>(),
    openOwnChat: vi.fn<Connector['openOwnChat']>().mockResolvedValue(ownChat),
    upnOf: vi.fn<Connector['upnOf']>(),
  };
  const outbox = {
    markDelivered: vi.fn().mockResolvedValue(undefined),
    tryAgainAt: vi.fn().mockResolvedValue(undefined),
    giveUp: vi.fn().mockResolvedValue(undefined),
    ownChat: vi.fn().mockResolvedValue(undefined),
    rememberOwnChat: vi.fn().mockResolvedValue(undefined),
  };
  const deliver = createDeliver({
    connector,
    outbox,
    now: () => now,
    random: () => 0,
    log: { warn: vi.fn() },
    inBackground: () => {},
  });
  return { connector, outbox, deliver };
}

const inSeconds = (seconds: number) => new Date(now.getTime() + seconds * 1_000);

describe('a message', () => {
  test('that arrives is forgotten, with where it is shown', async () => {
    const { deliver, outbox } = parts();
    await deliver(message());
    expect(outbox.markDelivered).toHaveBeenCalledWith(message(), {
      address: thread,
      activityId: 'm-1',
    });
  });

  test('that Teams was too busy for waits as long as Teams asks', async () => {
    const { connector, deliver, outbox } = parts();
    connector.send.mockRejectedValue({
      statusCode: 429,
      response: { headers: { get: () => '9' } },
    });
    await deliver(message());
    expect(outbox.tryAgainAt).toHaveBeenCalledWith('1', inSeconds(9));
    await deliver(message({ attempts: 4 }));
    expect(outbox.tryAgainAt).toHaveBeenLastCalledWith('1', inSeconds(32));
    await deliver(message({ attempts: 10 }));
    expect(outbox.tryAgainAt).toHaveBeenLastCalledWith('1', inSeconds(600));
    await deliver(message({ attempts: 11 }));
    expect(outbox.giveUp).toHaveBeenCalledOnce();
  });

  test('that may have arrived is sent once more, and not a third time', async () => {
    const { connector, deliver, outbox } = parts();
    connector.send.mockRejectedValue({ statusCode: 502 });
    await deliver(message());
    expect(outbox.tryAgainAt).toHaveBeenCalledWith('1', inSeconds(10));
    await deliver(message({ attempts: 1 }));
    expect(outbox.giveUp).toHaveBeenCalledOnce();
  });

  test('that is refused is not sent again', async () => {
    const { connector, deliver, outbox } = parts();
    connector.send.mockRejectedValue({ statusCode: 403 });
    await deliver(message());
    expect(outbox.giveUp).toHaveBeenCalledWith('1');
    expect(connector.send).toHaveBeenCalledOnce();
  });

  test('does not end the turn when the database goes away', async () => {
    const { deliver, outbox } = parts();
    outbox.markDelivered.mockRejectedValue(new Error('gone'));
    await expect(deliver(message())).resolves.toBeUndefined();
  });
});

describe('a message for a person’s own chat', () => {
  test('opens the chat when there is none, and remembers it', async () => {
    const { connector, deliver, outbox } = parts();
    await deliver(message({ ownChatOf: ada }));
    expect(outbox.rememberOwnChat).toHaveBeenCalledWith(ada, ownChat);
    expect(connector.send).toHaveBeenCalledWith(
      ownChat,
      expect.objectContaining({ text: 'hello' }),
    );
  });

  test('opens the chat anew when the person has deleted it', async () => {
    const { connector, deliver, outbox } = parts();
    outbox.ownChat.mockResolvedValue({ ...ownChat, conversationId: 'dead' });
    connector.send.mockRejectedValueOnce({ statusCode: 404 });
    await deliver(message({ ownChatOf: ada }));
    expect(outbox.rememberOwnChat).toHaveBeenCalledWith(ada, ownChat);
    expect(connector.send.mock.calls.map(([address]) => address.conversationId)).toEqual([
      'dead',
      'own',
    ]);
  });

  test('uses the chat that is known', async () => {
    const { connector, deliver, outbox } = parts();
    outbox.ownChat.mockResolvedValue(ownChat);
    await deliver(message({ ownChatOf: ada }));
    expect(connector.openOwnChat).not.toHaveBeenCalled();
  });

  test('goes to the thread, by name, when there is no way in and it is a case', async () => {
    const { connector, deliver } = parts();
    connector.openOwnChat.mockRejectedValue({ statusCode: 403 });
    const card = {
      card: 'message',
      toast: 't',
      heading: 'h',
      paragraphs: [],
      bullets: [],
      buttons: [],
      footer: [],
    } as const;
    await deliver(message({ ownChatOf: ada, caseId: 'SC-1', payload: { kind: 'card', card } }));
    const [address, activity] = connector.send.mock.calls[0] ?? [];
    expect(address).toBe(thread);
    expect(activity?.entities).toMatchObject([
      { type: 'mention', mentioned: { id: '29:ada', name: 'Ada  at ' } },
    ]);
  });

  test('keeps to itself what is private when there is no way in', async () => {
    const { connector, deliver } = parts();
    connector.openOwnChat.mockRejectedValue({ statusCode: 403 });
    await deliver(message({ ownChatOf: ada, payload: { kind: 'plain', text: 'my cases' } }));
    expect(connector.send.mock.calls[0]?.[1]).toMatchObject({
      text: expect.not.stringContaining('my cases'),
    });
  });

  test('is not taken to the thread because Teams was busy', async () => {
    const { connector, deliver, outbox } = parts();
    connector.openOwnChat.mockRejectedValue({ statusCode: 429 });
    await deliver(message({ ownChatOf: ada }));
    expect(connector.send).not.toHaveBeenCalled();
    expect(outbox.tryAgainAt).toHaveBeenCalled();
  });
});
