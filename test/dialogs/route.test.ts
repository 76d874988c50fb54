import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createChat } from '../support/chat.ts';

const channel = () => createChat({ kind: 'channel', mentioned: true });
const overheard = () => createChat({ kind: 'channel', mentioned: false });

describe('words that are commands', () => {
  test.each([
    ['hi', 'I help when your smartcard log in fails'],
    ['Good morning!', 'I help when your smartcard log in fails'],
    ['HELP', 'How I can help'],
    ['my cases', 'You have no cases'],
    ['start again', 'What do you see now?'],
    ['Service desk', 'Get help from the service desk'],
    ['thanks', 'Glad to help'],
    ['I’m IT', 'You see the steps for IT from now on'],
    ['', 'I help when your smartcard log in fails'],
    ['🤷', 'I help when your smartcard log in fails'],
  ])('“%s” leads to “%s”', (text, heading) => {
    const chat = createChat();
    chat.say(text);
    expect(chat.card()).toMatchObject({ heading });
  });

  test('a picture alone is answered with how to go on', () => {
    const chat = createChat();
    chat.take({ kind: 'text', text: ' ', raw: ' ', said: '', hasFiles: true });
    expect(chat.card()).toMatchObject({ heading: 'I cannot read pictures or files' });
  });
});

describe('a wish for a person', () => {
  test.each([
    'can i talk to someone',
    'I want to speak to a real person please',
    'whats the number for the helpdesk',
    'ring me',
    'someone help me',
  ])('“%s” is heard', (text) => {
    const chat = createChat();
    chat.say(text);
    expect(chat.card()).toMatchObject({ heading: 'Get help from the service desk' });
  });

  test('with a case at hand gets the summary of that case, and is not asked again', () => {
    const chat = createChat();
    chat.say('400_645');
    chat.pressTitle('I am not in IT');
    chat.say('I want to speak to a person');
    expect(chat.card()).toMatchObject({ card: 'outcome', reference: 'SC-1' });
  });
});

describe('a case of yesterday', () => {
  const nextDay = () => {
    const chat = createChat();
    chat.say('400_645');
    chat.pressTitle('I am not in IT');
    chat.wait(20);
    return chat;
  };

  test('is not handed over, shown or answered by a passing word', () => {
    for (const [text, heading] of [
      ['I want to speak to a person', 'Get help from the service desk'],
      ['thanks', 'Glad to help'],
      ['what?', 'I do not know this problem'],
    ] as const) {
      const chat = nextDay();
      chat.say(text);
      expect(chat.card()).toMatchObject({ card: 'message', heading });
      expect(chat.cases()[0]?.status).toBe('open');
    }
  });

  test('still takes its answer', () => {
    const chat = nextDay();
    chat.say('An NHS smartcard, or I am not sure');
    expect(chat.card()).toMatchObject({ heading: 'Check the card and try once more' });
  });
});

describe('in a shared chat', () => {
  test('what is private is not on the card of a message that fits nothing', () => {
    const chat = channel();
    chat.say('the printer on ward 7 has run out of paper');
    expect(JSON.stringify(chat.card())).not.toMatch(/cases|continue/);
  });
});

describe('my cases', () => {
  test('lists what is not closed, goes on with it, and closes it', () => {
    const chat = createChat();
    chat.press({ verb: 'start', topic: 'ntlm-prompt' });
    chat.press({ verb: 'start', topic: 'dotnet-48-missing' });
    chat.say('my cases');
    expect(chat.card()).toMatchObject({ card: 'list', items: [{}, {}] });
    chat.press({ verb: 'close', case: 'SC-2', step: 1 });
    expect(chat.card()).toMatchObject({
      card: 'list',
      items: [{ text: expect.stringContaining('SC-1') }],
    });
    chat.pressTitle('Continue');
    expect(chat.card()).toMatchObject({ card: 'step', reference: 'SC-1' });
  });

  test('start again leaves an older case alone when the newest has ended', () => {
    const chat = createChat();
    chat.press({ verb: 'start', topic: 'ntlm-prompt' });
    chat.press({ verb: 'start', topic: 'dotnet-48-missing' });
    chat.press({ verb: 'desk', case: 'SC-2', step: 1 });
    chat.say('start again');
    expect(chat.cases().map(({ status }) => status)).toEqual(['escalated', 'open']);
  });

  test('opening an ended case again goes on in the newer one about the same', () => {
    const chat = createChat();
    chat.press({ verb: 'start', topic: 'ntlm-prompt' });
    chat.press({ verb: 'close', case: 'SC-1', step: 1 });
    chat.press({ verb: 'start', topic: 'ntlm-prompt' });
    chat.press({ verb: 'reopen', case: 'SC-1', step: 2 });
    expect(chat.card()).toMatchObject({ reference: 'SC-2' });
    expect(chat.cases().filter(({ status }) => status === 'open')).toHaveLength(1);
  });

  test('start again puts the current problem away and keeps the others', () => {
    const chat = createChat();
    chat.press({ verb: 'start', topic: 'ntlm-prompt' });
    chat.press({ verb: 'start', topic: 'dotnet-48-missing' });
    chat.say('start again');
    expect(chat.cases().map(({ id, status }) => [id, status])).toEqual([
      ['SC-2', 'closed'],
      ['SC-1', 'open'],
    ]);
  });
});

describe('what does not fit', () => {
  test('says so, and offers what it knows, the case at hand and the desk', () => {
    const chat = createChat();
    chat.press({ verb: 'start', topic: 'ntlm-prompt' });
    chat.say('the printer on ward 7 has run out of paper');
    expect(chat.card()).toMatchObject({ heading: 'I do not know this problem' });
    chat.pressTitle('Go on with the problem I was on');
    expect(chat.card()).toMatchObject({ card: 'step', reference: 'SC-1' });
  });

  test('asks what the person was doing when “Error 1000” could be two things', () => {
    const chat = createChat();
    chat.say('Error 1000 when I log in');
    expect(chat.card()).toMatchObject({ card: 'list', heading: 'Which of these is it?' });
    expect(chat.cases()).toEqual([]);
  });

  test('a case of somebody else is offered as a case of one’s own', () => {
    const chat = createChat();
    chat.take(
      { kind: 'action', action: { verb: 'answer', case: 'SC-X', step: 3, answer: 0 } },
      'ntlm-prompt',
    );
    expect(chat.card()).toMatchObject({ heading: 'This case belongs to somebody else' });
    expect(chat.cases()).toEqual([]);
  });
});

describe('in a channel', () => {
  test('a mention gets an offer, and the case starts in the own chat of whoever presses', () => {
    const chat = channel();
    const [offer] = chat.say('we all get 400_645 today');
    expect(offer).toMatchObject({
      kind: 'reply',
      card: { card: 'message', buttons: [{ title: 'Help me fix it' }] },
    });
    const effects = chat.pressTitle('Help me fix it');
    expect(effects.map(({ kind }) => kind)).toEqual(['reply', 'own-chat', 'count']);
  });

  test('one’s own cases are never shown to the others', () => {
    const effects = channel().say('my cases');
    expect(effects).toMatchObject([
      { kind: 'reply', card: { card: 'message' } },
      { kind: 'own-chat' },
    ]);
  });

  test('without a mention only a sure match is answered, once in a thread', () => {
    expect(overheard().say('anyone else getting 400_645?')).toMatchObject([
      { kind: 'reply', oncePerThread: 'auth-failure-400-645' },
    ]);
    expect(overheard().say('my smartcard is playing up')).toEqual([]);
    expect(overheard().say('lunch at 12?')).toEqual([]);
    expect(overheard().say('help')).toEqual([]);
  });
});

test('whatever is typed, there is a card with a way on, and no case without a topic', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.constantFrom('400_645', 'done', 'yes', 'back', 'help'),
        ),
        { maxLength: 8 },
      ),
      (texts) => {
        const chat = createChat();
        for (const text of texts) {
          chat.say(text);
          expect(chat.card().toast).toBeTruthy();
        }
        expect(chat.cases().length).toBeLessThanOrEqual(texts.length);
      },
    ),
    { numRuns: 300 },
  );
});
