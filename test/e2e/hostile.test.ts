import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { elementsOf, textOf } from '../support/person.ts';
import { useWorld } from '../support/world.ts';

const world = useWorld();

const newPerson = () => world.newPerson();

// A turn that failed is answered with a card as well: only the log tells it from one that went well.
afterEach(() => expect(world.bot.errors).toEqual([]));

async function send(
  body: string,
  headers: Record<string, string> = { 'content-type': 'application/json' },
) {
  const response = await fetch(`${world.bot.url}/api/messages`, { method: 'POST', headers, body });
  return { status: response.status, text: await response.text() };
}

/** Words that only the inside of a program knows. */
const insides = /\bat .+:\d+:\d+|node_modules|TypeError|ZodError|select |insert /;

describe('a request that is no activity', () => {
  const whole = () =>
    newPerson().activityOf({ type: 'message', text: 'hi' }) as Record<string, unknown>;
  const without = (key: string) => JSON.stringify({ ...whole(), [key]: undefined });

  test.each([
    ['not JSON', '{"type":', 400],
    ['empty', '', 400],
    ['a list', '[]', 400],
    ['a text', '"hi"', 400],
    ['null', 'null', 400],
    ['a type that is a number', '{"type":5}', 400],
  ])('%s is answered with a clear 4xx', async (_name, body, status) => {
    const answer = await send(body);
    expect(answer.status).toBe(status);
    expect(answer.text).not.toMatch(insides);
  });

  test.each(['type', 'conversation', 'from', 'recipient', 'serviceUrl', 'channelId'])(
    'without %s names what is missing',
    async (key) => {
      const answer = await send(without(key));
      expect(answer.status).toBe(400);
      expect(answer.text).toContain(key);
    },
  );

  test('of another content type is refused', async () => {
    expect(
      (await send('type=message', { 'content-type': 'application/x-www-form-urlencoded' })).status,
    ).toBe(415);
    expect((await send('hi', { 'content-type': 'text/plain' })).status).toBe(415);
  });

  test('that is packed is refused before it is unpacked', async () => {
    for (const encoding of ['gzip', 'br', 'deflate']) {
      const answer = await send('this is not packed', {
        'content-type': 'application/json',
        'content-encoding': encoding,
      });
      expect(answer.status).toBe(415);
    }
    expect((await fetch(`${world.bot.url}/healthz`)).status).toBe(200);
  });

  test('of one megabyte is refused', async () => {
    expect((await send(JSON.stringify({ ...whole(), text: 'a'.repeat(1_000_000) }))).status).toBe(
      413,
    );
  });

  test('by GET is refused', async () => {
    expect((await fetch(`${world.bot.url}/api/messages`)).status).toBe(405);
  });

  test('with an address elsewhere for the answer is refused', async () => {
    for (const serviceUrl of [
      'http://example.com/',
      'https://smba.trafficmanager.net.evil.example/',
      'http://169.254.169.254/',
    ]) {
      expect((await send(JSON.stringify({ ...whole(), serviceUrl }))).status).toBe(403);
    }
  });

  test('of a kind the bot does not know is taken and has no effect', async () => {
    for (const type of [
      'typing',
      'messageReaction',
      'messageUpdate',
      'messageDelete',
      'endOfConversation',
      'zebra',
    ]) {
      const person = newPerson();
      expect((await person.post(person.activityOf({ type, text: '400_645' }))).status).toBe(200);
      expect(person.messages()).toEqual([]);
    }
  });

  test('from another bot, or from itself, has no effect', async () => {
    const person = newPerson();
    const from = { id: '28:other', name: 'Bot', role: 'bot' };
    await person.post({ ...person.activityOf({ type: 'message', text: '400_645' }), from });
    const own = person.activityOf({ type: 'message', text: '400_645' });
    await person.post({ ...own, from: own.recipient });
    await person.post({ ...own, from: { id: '28:another-app', name: 'Bot' } });
    expect(person.messages()).toEqual([]);
  });

  test('asking for something else than a card action says that it is not done here', async () => {
    const person = newPerson();
    expect(
      (await person.post(person.activityOf({ type: 'invoke', name: 'composeExtension/query' })))
        .status,
    ).toBe(501);
  });
});

describe('a press that means nothing', () => {
  test.each([
    ['an unknown verb', { verb: 'format-disk' }, 'This button no longer works'],
    ['no verb', {}, 'This button no longer works'],
    [
      'a case that does not exist',
      { verb: 'answer', case: 'SC-0000-0000-0000', step: 1, answer: 0 },
      'I no longer have this case',
    ],
    [
      'a topic that does not exist',
      { verb: 'start', topic: 'free-coffee' },
      'This button no longer works',
    ],
    [
      'a step that is a text',
      { verb: 'done', case: 'SC-1', step: '1' },
      'This button no longer works',
    ],
    [
      'a case that is an object',
      { verb: 'done', case: { $ne: 1 }, step: 1 },
      'This button no longer works',
    ],
    ['SQL for a case', { verb: 'continue', case: "' or 1=1 --" }, 'This button no longer works'],
    [
      'a null character in a case',
      { verb: 'continue', case: 'SC\u0000' },
      'This button no longer works',
    ],
  ])('%s is answered with a helpful card', async (_name, data, says) => {
    const { status, card } = await newPerson().pressData(data, 'm-1');
    expect(status).toBe(200);
    expect(textOf(card)).toContain(says);
  });

  test('on a case of somebody else shows nothing of it and offers a case of one’s own', async () => {
    const [owner, other] = [newPerson(), newPerson()];
    await owner.say('400_645 on the PC in room Xanadu');
    const [, reference] = /Case (\S+)/.exec(textOf(owner.card())) ?? [];
    for (const verb of [
      'answer',
      'done',
      'back',
      'desk',
      'reopen',
      'works',
      'close',
      'copy',
      'continue',
      'role',
    ]) {
      const { card } = await other.pressData(
        { verb, case: reference, step: 1, answer: 0, role: 'it' },
        'm-1',
      );
      expect(textOf(card)).toContain('This case belongs to somebody else');
      expect(JSON.stringify(card)).not.toContain('Xanadu');
    }
    expect(other.messages()).toEqual([]);
    await owner.press('I am not in IT');
    expect(textOf(owner.card())).toContain('Which smartcard do you use?');
  });

  test('with a payload that is not an object is answered with a card', async () => {
    const person = newPerson();
    for (const value of [
      null,
      5,
      'x',
      [],
      { action: 5 },
      { action: { data: 'x' } },
      { action: { verb: 'start', data: null } },
    ]) {
      const { status, body } = await person.post(
        person.activityOf({ type: 'invoke', name: 'adaptiveCard/action', value }),
      );
      expect(status).toBe(200);
      expect(body).toMatchObject({ type: 'application/vnd.microsoft.card.adaptive' });
    }
  });
});

describe('a message that is hard to read', () => {
  test.each([
    ['20,000 characters', `${'lorem ipsum '.repeat(1_600)} 400_645 ${'dolor '.repeat(100)}`],
    ['emoji', '😵‍💫🖥️💳 400_645 🤬'],
    ['right to left', 'البطاقة لا تعمل 400_645'],
    ['direction marks', '\u202E400_645\u202C'],
    ['half an emoji', 'a\uD83D 400_645 \uDE00'],
    ['the null character', '400_645\u0000'],
    ['markup', '<div><p>error&nbsp;<b>400_645</b></p></div>'],
  ])('with %s still finds the code', async (_name, text) => {
    const person = newPerson();
    expect((await person.say(text)).status).toBe(200);
    expect(textOf(person.card())).toContain('Smartcard authentication failure');
  });

  test('keeps what a person typed away from markup', async () => {
    const person = newPerson();
    const nasty =
      '400_645 [free](https://evil.example) ![x](https://evil.example/x.png) **bold** &lt;script&gt;alert(1)&lt;/script&gt;';
    await person.say(nasty);
    await person.press('I am not in IT');
    await person.press('Get help from the service desk');
    const holding = elementsOf(person.card()).filter(
      (element) => JSON.stringify(element).includes('evil.example') && 'text' in element,
    );
    // A text run is shown letter for letter; a text block would read it as markup.
    expect(holding.map(({ type }) => type)).toEqual(['TextRun']);
  });

  test('leaves out numbers that may be a patient’s', async () => {
    const person = newPerson();
    await person.say('400_645 while looking up 999 123 4567, call me on 07700 900123, pin 1234');
    await person.press('I am not in IT');
    await person.press('Get help from the service desk');
    const card = JSON.stringify(person.card());
    for (const secret of ['999 123', '4567', '07700', '900123', '1234'])
      expect(card).not.toContain(secret);
  });
});

test('whatever the body, the answer is a status and never the inside of the program', async () => {
  const person = newPerson();
  await fc.assert(
    fc.asyncProperty(
      fc.jsonValue(),
      fc.constantFrom('type', 'text', 'value', 'from', 'conversation', 'entities', 'id', 'name'),
      async (value, key) => {
        const activity = {
          ...(person.activityOf({ type: 'message', text: 'hi' }) as object),
          [key]: value,
        };
        const { status, text } = await send(JSON.stringify(activity));
        expect([200, 400, 501]).toContain(status);
        expect(text).not.toMatch(insides);
      },
    ),
    { numRuns: 200 },
  );
});
