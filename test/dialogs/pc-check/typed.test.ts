import { describe, expect, test } from 'vitest';
import type { Chat } from '../../support/chat.ts';
import {
  checking,
  choosing,
  clinic,
  found,
  lastRun,
  offered,
  pcWith,
  runsOf,
  stepCard,
  theCase,
  ward,
} from './pc-chat.ts';

const finding = () => {
  const chat = offered();
  chat.pressTitle('Yes, find my PC');
  return chat;
};
const naming = () => choosing([], offered({ canFindByName: true }));
const late = () => {
  const chat = checking();
  chat.hear({ kind: 'late' });
  return chat;
};
const stages: [string, () => Chat][] = [
  ['at the offer', offered],
  ['while the PC is looked for', finding],
  ['when its name is asked for', naming],
  ['at the consent', choosing],
  ['while it is checked', checking],
  ['when it does not answer', late],
];

describe.each(stages)('%s', (_stage, begin) => {
  test.each(['no', 'No thanks', 'stop', 'cancel', 'ask me', 'please stop'])(
    '“%s” leads to the questions',
    (text) => {
      const chat = begin();
      chat.say(text);
      expect(stepCard(chat).heading).toBe('Which smartcard do you use?');
    },
  );

  test('“it works now” ends the case', () => {
    const chat = begin();
    chat.say('it works now');
    expect(theCase(chat).status).toBe('fixed');
  });

  test.each(['ERR1000', 'no, it says ERR1000 now', 'I get .NET Framework 4.8 Missing'])(
    '“%s” opens that trouble, and is not taken for an answer',
    (text) => {
      const chat = begin();
      const runs = runsOf(chat).length;
      chat.say(text);
      const topics = chat.cases().map(({ topicId }) => topicId);
      expect(topics.some((id) => id !== 'auth-failure-400-645')).toBe(true);
      expect(runsOf(chat)).toHaveLength(runs);
    },
  );

  test.each(['what?', 'hmm', 'nurse'])('“%s” shows the step again', (text) => {
    const chat = begin();
    const before = theCase(chat);
    chat.say(text);
    expect(theCase(chat)).toBe(before);
    expect(chat.card()).toMatchObject({ card: 'step', reference: 'SC-1' });
  });

  test('the words of each button do what the button does', () => {
    for (const { title, action } of stepCard(begin()).answers) {
      const typed = begin();
      typed.say(title);
      const pressed = begin();
      pressed.press(action);
      expect(theCase(typed)).toMatchObject({ pc: { stage: theCase(pressed).pc?.stage } });
      expect(typed.asked()).toEqual(pressed.asked());
    }
  });

  test('“service desk” hands over', () => {
    const chat = begin();
    chat.say('service desk');
    expect(theCase(chat).status).toBe('escalated');
  });
});

describe('a yes', () => {
  test.each(['yes', 'Yes please', 'ok', 'go ahead', 'sure'])(
    '“%s” at the offer looks for the PC',
    (text) => {
      const chat = offered();
      chat.say(text);
      expect(stepCard(chat).heading).toBe('Looking for your PC');
    },
  );

  test.each(['yes', 'Yes, check it', 'OK go ahead', 'WARD7-PC12', 'ward7-pc12'])(
    '“%s” at the consent to one PC is the consent',
    (text) => {
      const chat = choosing();
      chat.say(text);
      expect(lastRun(chat).pc.id).toBe(ward.id);
    },
  );

  test.each([
    'please stop',
    'please help me',
    'yes but not now',
    'ok thanks',
    'ok what do you look at',
    'sure but which data',
    'yesterday it worked',
  ])('“%s” is none: nothing is run', (text) => {
    const chat = choosing();
    chat.say(text);
    expect(runsOf(chat)).toEqual([]);
  });

  test('to several PCs names none, so they are shown again', () => {
    const chat = choosing([ward, clinic]);
    chat.say('yes');
    expect(runsOf(chat)).toEqual([]);
    expect(stepCard(chat).heading).toBe('Which PC has the problem?');
    chat.say('clinic-lt3');
    expect(lastRun(chat).pc.id).toBe(clinic.id);
  });

  test('while it is checked changes nothing', () => {
    const chat = checking();
    const before = theCase(chat);
    chat.say('yes');
    expect(theCase(chat)).toBe(before);
  });
});

test('“stop” for a PC that does not answer stops it, and “go on” words do not', () => {
  const stopped = late();
  stopped.say('stop');
  expect(stopped.asked().at(-1)?.kind).toBe('cancel');
  const on = late();
  on.say('Go on, and tell me later');
  expect(on.asked().at(-1)?.kind).toBe('check-run');
  expect(theCase(on).pc?.out).toBeDefined();
});

describe('after something was found', () => {
  test.each(['check again', 'Check it again', 'check WARD7-PC12 again'])(
    '“%s” checks again',
    (text) => {
      const chat = found(pcWith(['port-service']));
      chat.say(text);
      expect(runsOf(chat)).toHaveLength(2);
    },
  );

  test('“check again” with nothing to look for is not understood, and nothing is run', () => {
    const chat = found(pcWith());
    chat.say('check again');
    expect(runsOf(chat)).toHaveLength(1);
    expect(stepCard(chat).heading).toBe('Which smartcard do you use?');
  });

  test('“done” says that the fix is done', () => {
    const chat = found(pcWith(['port-service']));
    chat.say('done');
    expect(stepCard(chat).heading).toBe('Log in with the smartcard. Does it work now?');
  });
});
