import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import type { Fault } from '../support/fake-connector.ts';
import { buttonsOf, cardOf, textOf } from '../support/person.ts';
import { useWorld } from '../support/world.ts';

const world = useWorld();

const thread = () => ({
  id: `19:${randomUUID()}@thread.tacv2;messageid=1`,
  kind: 'channel' as const,
});
const inChannel = (conversation = thread()) => world.newPerson({ conversation });

describe('in a channel', () => {
  test('a mention is answered in the thread, and whoever presses gets a case in their own chat', async () => {
    const conversation = thread();
    const [ada, ben] = [inChannel(conversation), inChannel(conversation)];
    await ada.mention('anyone else with 400_645?');
    expect(textOf(ada.card())).toContain('Help me fix it');

    const [message] = ben.messages();
    const start = buttonsOf(ben.card()).find(({ title }) => title === 'Help me fix it');
    const { card } = await ben.pressData(start?.data ?? {}, message?.id);
    expect(textOf(card)).toContain('Sending the first step to your own chat');

    const own = await world.connector.waitFor(
      ({ conversationId }) => conversationId === `a:${ben.userId}`,
    );
    expect(textOf(cardOf(own))).toContain('Do you work in IT?');
    // The thread still offers help to everybody else.
    expect(ada.messages()).toHaveLength(1);
    expect(textOf(ada.card())).toContain('Help me fix it');
  });

  test('a person who cannot be reached alone is helped in the thread, by name', async () => {
    const ben = inChannel();
    world.connector.unreachable.add(`29:${ben.userId}`);
    await ben.mention('400_645');
    await ben.press('Help me fix it');
    const here = await world.connector.waitFor(
      ({ conversationId, activity }) =>
        conversationId === ben.chatId && JSON.stringify(activity).includes('Do you work in IT?'),
    );
    expect(here.activity).toMatchObject({
      entities: [{ type: 'mention', mentioned: { id: `29:${ben.userId}` } }],
    });
    const role = buttonsOf(cardOf(here)).find(({ title }) => title === 'I am not in IT');
    const { card } = await ben.pressData(role?.data ?? {}, here.id);
    expect(textOf(card)).toContain('Which smartcard do you use?');
  });

  test('without a mention a sure match is answered once in a thread', async () => {
    const conversation = thread();
    const [ada, ben] = [inChannel(conversation), inChannel(conversation)];
    await ada.say('I am getting error 400_645');
    await ben.say('me too, 400_645');
    expect(ada.messages()).toHaveLength(1);
    await ben.say('and now ERR1000 when I unlock my card in self service');
    expect(ada.messages()).toHaveLength(2);
  });

  test('what is not for the bot gets no answer and leaves no trace', async () => {
    const person = inChannel();
    const secret = `lunch at noon ${randomUUID()}`;
    await person.say(secret);
    expect(person.messages()).toEqual([]);
    const sql = new pg.Client({ connectionString: world.database.url });
    await sql.connect();
    const { rows } = await sql.query(
      'select 1 from person where user_id = $1 union all select 1 from handled_activity where conversation_id = $2',
      [person.userId, person.chatId],
    );
    await sql.end();
    expect(rows).toEqual([]);
  });

  test('edits and deletions cause nothing', async () => {
    const person = inChannel();
    const entities = [{ type: 'mention', mentioned: { id: '28:bot' } }];
    await person.post(
      person.activityOf({ type: 'messageUpdate', text: '<at>bot</at> 400_645', entities }),
    );
    await person.post(person.activityOf({ type: 'messageDelete' }));
    expect(person.messages()).toEqual([]);
  });
});

describe('in a group chat', () => {
  test('a mention is answered there, and the case starts in the own chat of whoever presses', async () => {
    const ada = world.newPerson({
      conversation: { id: `19:${randomUUID()}@thread.v2`, kind: 'groupChat' },
    });
    await ada.mention('the .NET Framework 4.8 Missing message is back');
    expect(textOf(ada.card())).toContain('Help me fix it');
    await ada.press('Help me fix it');
    const own = await world.connector.waitFor(
      ({ conversationId }) => conversationId === `a:${ada.userId}`,
    );
    expect(textOf(cardOf(own))).toContain('Do you work in IT?');
  });

  test('without a mention small talk gets no answer', async () => {
    const ada = world.newPerson({
      conversation: { id: `19:${randomUUID()}@thread.v2`, kind: 'groupChat' },
    });
    await ada.say('my smartcard photo is awful');
    await ada.say('hi');
    expect(ada.messages()).toEqual([]);
  });
});

describe('when the bot arrives', () => {
  test('it says what it is for once, though Teams tells it twice', async () => {
    const person = world.newPerson();
    await person.post(
      person.activityOf({ type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }] }),
    );
    await person.post(person.activityOf({ type: 'installationUpdate', action: 'add' }));
    expect(person.messages()).toHaveLength(1);
    expect(textOf(person.card())).toContain('I help when your smartcard log in fails');
  });

  test('it does not greet people who join later', async () => {
    const person = inChannel();
    await person.post(
      person.activityOf({ type: 'conversationUpdate', membersAdded: [{ id: '29:somebody' }] }),
    );
    expect(person.messages()).toEqual([]);
  });
});

describe('the living card', () => {
  test('is edited in the chat after a press, so that it shows the same step tomorrow', async () => {
    const person = world.newPerson();
    await person.say('400_645');
    const [message] = person.messages();
    const role = buttonsOf(person.card()).find(({ title }) => title === 'I am not in IT');
    await person.pressData(role?.data ?? {}, message?.id);
    const edited = await world.connector.waitFor(
      ({ id, edits }) => id === message?.id && edits > 0,
    );
    expect(textOf(cardOf(edited))).toContain('Which smartcard do you use?');
  });

  test('is not edited back to a case once it shows something else', async () => {
    const person = world.newPerson();
    await person.say('400_645');
    await person.press('I am not in IT');
    await person.press('Get help from the service desk');
    await person.press('Something else is wrong');
    const [message] = person.messages();
    expect(textOf(person.card())).toContain('What do you see?');
    // A second case, shown on the same message: once that edit is there, the first one's would have been too.
    await person.press('This is my problem');
    const edited = await world.connector.waitFor(
      ({ id, edits }) => id === message?.id && edits > 0,
    );
    const second = /Case (SC-\S+)/.exec(textOf(person.card()))?.[1] ?? 'no case';
    expect(textOf(cardOf(edited))).toContain(second);
    expect(edited.edits).toBe(1);
  });

  test('answers an old client that presses by message', async () => {
    const person = world.newPerson();
    await person.say('400_645');
    const role = buttonsOf(person.card()).find(({ title }) => title === 'I am not in IT');
    await person.post(person.activityOf({ type: 'message', value: role?.data }));
    expect(textOf(person.card())).toContain('Which smartcard do you use?');
  });

  test('is handed on as a message of its own', async () => {
    const person = world.newPerson();
    await person.say('400_645');
    await person.press('I am not in IT');
    await person.press('Get help from the service desk');
    await person.press('Send me this as a message to forward');
    const plain = await world.connector.waitFor(
      ({ conversationId, activity }) =>
        conversationId === person.chatId && typeof activity.text === 'string',
    );
    expect(plain.activity).toMatchObject({
      textFormat: 'xml',
      text: expect.stringContaining('Case: SC-'),
    });
  });
});

describe('when Teams', () => {
  const sent = async (fault: Fault) => {
    const person = world.newPerson();
    world.connector.faults.push(fault);
    expect((await person.say('400_645')).status).toBe(200);
    return person;
  };

  test('is busy, the reply comes when it said', async () => {
    const person = await sent({ method: 'POST', status: 429, headers: { 'retry-after': '1' } });
    await world.connector.waitFor(({ conversationId }) => conversationId === person.chatId);
    expect(person.messages()).toHaveLength(1);
  });

  test('refuses for good, the bot does not ask again and the case is kept', async () => {
    const person = await sent({ method: 'POST', status: 403 });
    expect(person.messages()).toHaveLength(0);
    await person.say('my cases');
    expect(textOf(person.card())).toContain('Smartcard authentication failure');
  });
});
