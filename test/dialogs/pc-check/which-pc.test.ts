import { describe, expect, test } from 'vitest';
import { Action } from '../../../src/cards/action.ts';
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

/** Several PCs, and the one on the ward is checked. */
function checkingWard() {
  const chat = choosing([ward, clinic]);
  chat.pressTitle('WARD7-PC12 (on now)');
  return chat;
}

const naming = () => choosing([], offered({ canFindByName: true }));

describe('nobody knows of a PC', () => {
  test('so the person is told, and asked the questions', () => {
    const chat = choosing([]);
    expect(stepCard(chat)).toMatchObject({
      heading: 'Which smartcard do you use?',
      intro: 'I could not find a PC that is yours, so I ask you instead.',
    });
    chat.pressTitle('An NHS smartcard, or I am not sure');
    expect(stepCard(chat).intro).toBeUndefined();
  });

  test('but the agent can look by name: the person is asked for it', () => {
    expect(stepCard(naming()).heading).toBe('What is the name of your PC?');
  });
});

describe('a PC that the person names', () => {
  test('is looked for, and consent is asked before it is looked at', () => {
    const chat = naming();
    chat.say('ward7-pc12');
    expect(chat.asked().at(-1)).toEqual({
      kind: 'name-pc',
      task: 'task-2',
      caseId: 'SC-1',
      name: 'ward7-pc12',
    });
    expect(stepCard(chat).heading).toBe('Looking for your PC');
    chat.hear({ kind: 'pcs', pcs: [ward] });
    expect(stepCard(chat).heading).toBe('Check WARD7-PC12?');
    expect(runsOf(chat)).toEqual([]);
  });

  test('and that is not theirs can be named anew, or left', () => {
    const chat = naming();
    chat.say('WARD7-PC99');
    chat.hear({ kind: 'pcs', pcs: [] });
    expect(stepCard(chat).heading).toBe('What is the name of your PC?');
    chat.pressTitle('Ask me the questions instead');
    expect(stepCard(chat).heading).toBe('Which smartcard do you use?');
  });

  test.each([
    ['at the offer', () => offered({ canFindByName: true })],
    ['at the consent', () => choosing([ward], offered({ canFindByName: true }))],
    ['while it is checked', () => checking(choosing([ward], offered({ canFindByName: true })))],
  ])('%s is not looked for: no name was asked for', (_when, chatAt) => {
    const chat = chatAt();
    const before = chat.asked().length;
    const { step } = theCase(chat);
    chat.press({ verb: 'name-pc', case: 'SC-1', step, name: 'SERVER1' });
    expect(chat.asked()).toHaveLength(before);
    expect(theCase(chat).step).toBe(step);
  });

  test.each(['fish', 'what?', 'the one on the left', '400_645', '400645', 'ERR-1000'])(
    'is not “%s”',
    (text) => {
      const chat = naming();
      chat.say(text);
      expect(chat.asked().map(({ kind }) => kind)).not.toContain('name-pc');
    },
  );

  test('and that is no name is asked for anew, with where it stands', () => {
    const chat = naming();
    chat.say('the left one');
    expect(stepCard(chat).intro).toBe(
      'That does not look like the name of a PC. Type it as it stands on the sticker.',
    );
  });

  test.each([
    "PC'; drop table support_case; --",
    'PC1" OR 1=1',
    '../../v1/devices',
    'PC1\nPC2',
    '%25',
    '-PC1',
    '<img src=x>',
    'A'.repeat(64),
    'ＰＣ１',
  ])('never reaches the agent as %j', (name) => {
    expect(Action.safeParse({ verb: 'name-pc', case: 'SC-1', step: 4, name }).success).toBe(false);
    const chat = naming();
    chat.say(name);
    expect(chat.asked().map(({ kind }) => kind)).toEqual(['find-pcs']);
  });
});

describe('a press for a PC', () => {
  test.each(['pc-9', '', '7', 'pc-7 ', 'WARD7-PC12', '__proto__'])(
    'that the agent did not tell, “%s”, changes nothing and asks for nothing',
    (pc) => {
      const chat = choosing([ward, clinic]);
      const before = theCase(chat);
      chat.press({ verb: 'pick-pc', case: 'SC-1', step: before.step, pc });
      expect(theCase(chat)).toBe(before);
      expect(runsOf(chat)).toEqual([]);
      expect(stepCard(chat).heading).toBe('Which PC has the problem?');
    },
  );

  test('that was told earlier and no more changes nothing', () => {
    const chat = choosing([ward, clinic]);
    chat.say('check my PC');
    chat.hear({ kind: 'pcs', pcs: [ward] });
    const before = theCase(chat);
    chat.press({ verb: 'pick-pc', case: 'SC-1', step: before.step, pc: clinic.id });
    expect(theCase(chat)).toBe(before);
  });

  test('at any other stage changes nothing', () => {
    for (const chat of [offered(), checking(), found(pcWith())]) {
      const before = theCase(chat);
      const runs = runsOf(chat).length;
      chat.press({ verb: 'pick-pc', case: 'SC-1', step: before.step, pc: ward.id });
      expect(theCase(chat)).toBe(before);
      expect(runsOf(chat)).toHaveLength(runs);
    }
  });
});

test('another PC begins with nothing known: what was found on the first is not said of it', () => {
  const chat = found(pcWith(['port-service']), checkingWard());
  chat.say('check my PC');
  chat.hear({ kind: 'pcs', pcs: [ward, clinic] });
  chat.pressTitle('CLINIC-LT3 (on now)');
  expect(lastRun(chat).pc.id).toBe(clinic.id);
  expect(theCase(chat).pc?.findings).toEqual([]);
  chat.hear({ kind: 'failed', why: 'expired' });
  expect(JSON.stringify(chat.card())).not.toContain('NHS Port Service is stopped');
});

test('a name full of markup is shown as plain letters', () => {
  const chat = choosing([
    { ...ward, name: '**[Win](https://evil.example)** <b>\u202E{x}'.padEnd(10_000, '!') },
  ]);
  expect(stepCard(chat).heading).toBe('Check Win(httpsevil.example) bx?');
  const nameless = choosing([{ ...ward, name: '***' }]);
  expect(stepCard(nameless).heading).toBe('Check PC without a name?');
});
