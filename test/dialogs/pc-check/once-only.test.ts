import { describe, expect, test } from 'vitest';
import type { FleetNews } from '../../../src/dialogs/pc-check.ts';
import type { Chat } from '../../support/chat.ts';
import {
  checking,
  choosing,
  clinic,
  findingOf,
  found,
  lastRun,
  offered,
  pcWith,
  runsOf,
  stepCard,
  theCase,
  ward,
} from './pc-chat.ts';

const everyNews: FleetNews[] = [
  { kind: 'pcs', pcs: [clinic] },
  { kind: 'pcs', pcs: [] },
  { kind: 'progress', answered: 5 },
  { kind: 'late' },
  { kind: 'found', findings: [findingOf('port-service', 'unhealthy')] },
  { kind: 'failed', why: 'unreachable' },
  { kind: 'failed', why: 'not-yours' },
  { kind: 'failed', why: 'expired' },
];

/** None of the news of a task changes the case, tells anybody anything or asks for anything. */
function expectDeaf(chat: Chat, task: string) {
  const before = theCase(chat);
  const asked = chat.asked().length;
  for (const news of everyNews) {
    expect(chat.take({ kind: 'fleet', caseId: 'SC-1', task, news })).toEqual([]);
  }
  expect(theCase(chat)).toBe(before);
  expect(chat.asked()).toHaveLength(asked);
}

describe('one run for one consent', () => {
  test('also when the press comes ten times', () => {
    const chat = choosing();
    const consent = stepCard(chat).answers[0]?.action;
    if (!consent) throw new Error('No consent to press.');
    for (let times = 0; times < 10; times += 1) chat.press(consent);
    expect(runsOf(chat)).toHaveLength(1);
    expect(stepCard(chat).heading).toBe('Checking WARD7-PC12');
  });

  test('also when the offer is pressed ten times', () => {
    const chat = offered();
    const yes = stepCard(chat).answers[0]?.action;
    if (!yes) throw new Error('No offer to press.');
    for (let times = 0; times < 10; times += 1) chat.press(yes);
    expect(chat.asked()).toHaveLength(1);
  });

  test('and “Check again” pressed ten times is one more', () => {
    const chat = found(pcWith(['port-service']));
    const again = stepCard(chat).answers.find(({ action }) => action.verb === 'check-again');
    if (!again) throw new Error('No “Check again” to press.');
    for (let times = 0; times < 10; times += 1) chat.press(again.action);
    expect(runsOf(chat)).toHaveLength(2);
  });

  test('and none for the press of somebody else', () => {
    const chat = choosing();
    const effects = chat.take(
      { kind: 'action', action: { verb: 'pick-pc', case: 'SC-9', step: 1, pc: ward.id } },
      'auth-failure-400-645',
    );
    expect(effects.map(({ kind }) => kind)).toEqual(['reply']);
    expect(chat.card()).toMatchObject({ heading: 'This case belongs to somebody else' });
    expect(runsOf(chat)).toEqual([]);
  });

  test.each(['check-pc', 'no-check', 'stop-check', 'check-again'] as const)(
    'and none for “%s” from a step that has gone by',
    (verb) => {
      const chat = checking();
      const before = theCase(chat);
      const asked = chat.asked().length;
      for (const step of [0, 1, 2, 3, before.step - 1, before.step + 1]) {
        chat.press({ verb, case: 'SC-1', step });
      }
      expect(theCase(chat)).toBe(before);
      expect(chat.asked()).toHaveLength(asked);
    },
  );

  test.each(['check-pc', 'check-again', 'go-to-fix'] as const)(
    'and none for “%s” made up while the run is out',
    (verb) => {
      const chat = checking();
      const before = theCase(chat);
      chat.press({ verb, case: 'SC-1', step: before.step });
      expect(theCase(chat)).toBe(before);
      expect(runsOf(chat)).toHaveLength(1);
    },
  );
});

describe('news', () => {
  test('of a task that never was changes nothing', () => {
    for (const chat of [offered(), choosing(), checking()]) expectDeaf(chat, 'task-99');
  });

  test('told twice counts once', () => {
    const chat = checking();
    chat.hear({ kind: 'progress', answered: 2 });
    const before = theCase(chat);
    expect(chat.hear({ kind: 'progress', answered: 2 })).toEqual([]);
    chat.hear({ kind: 'late' });
    expect(chat.hear({ kind: 'late' })).toEqual([]);
    expect(theCase(chat).step).toBe(before.step);
    found(pcWith(['port-service']), chat);
    expectDeaf(chat, 'task-2');
  });

  test('of PCs is not for a run, whoever mixes them up', () => {
    const chat = checking();
    const before = theCase(chat);
    expect(chat.hear({ kind: 'pcs', pcs: [clinic] })).toEqual([]);
    expect(theCase(chat)).toBe(before);
  });

  test('never counts backwards', () => {
    const chat = checking();
    chat.hear({ kind: 'progress', answered: 4 });
    chat.hear({ kind: 'progress', answered: 3 });
    expect(stepCard(chat).hint).toMatch(/^4 of 6/);
  });

  test('of PCs comes too late for who went on', () => {
    const chat = offered();
    chat.pressTitle('Yes, find my PC');
    chat.pressTitle('Ask me the questions instead');
    expectDeaf(chat, 'task-1');
  });

  test('of an older search or run changes nothing after a newer one began', () => {
    const chat = found(pcWith(['port-service']));
    chat.pressTitle('Check WARD7-PC12 again');
    expectDeaf(chat, 'task-1');
    expectDeaf(chat, 'task-2');
    found(pcWith(), chat);
    expectDeaf(chat, 'task-3');
  });

  test.each([
    ['it works', (chat: Chat) => chat.say('it works now')],
    [
      'it is closed',
      (chat: Chat) => chat.press({ verb: 'close', case: 'SC-1', step: theCase(chat).step }),
    ],
    ['“start again”', (chat: Chat) => chat.say('start again')],
  ])('changes nothing after %s, and the run was cancelled', (_how, end) => {
    const chat = checking();
    end(chat);
    expect(chat.asked().at(-1)).toEqual({ kind: 'cancel', task: 'task-2' });
    expect(theCase(chat).pc?.out).toBeUndefined();
    expectDeaf(chat, 'task-2');
  });

  test('of a case that is gone changes nothing', () => {
    const chat = checking();
    const news = { kind: 'late' } as const;
    expect(chat.take({ kind: 'fleet', caseId: 'SC-404', task: 'task-2', news })).toEqual([]);
  });
});

describe('a case that is handed over while its PC is looked at', () => {
  const handedOver = () => {
    const chat = checking();
    chat.pressTitle('Get help from the service desk');
    return chat;
  };

  test('keeps the run, and the desk gets what it found', () => {
    const chat = handedOver();
    expect(chat.asked().map(({ kind }) => kind)).not.toContain('cancel');
    found(pcWith(['port-service']), chat);
    expect(theCase(chat).status).toBe('escalated');
    expect(chat.card()).toMatchObject({ found: { text: 'This is the likeliest cause.' } });
    expect(JSON.stringify(chat.card())).toContain(
      'NHS Port Service: Stopped, starts automatically',
    );
    expect(chat.told().at(-1)).toMatchObject({
      heading: 'NHS Port Service is stopped on WARD7-PC12',
      paragraphs: [expect.any(String), 'I have added it to the summary for the service desk.'],
      buttons: [{ title: 'Show the summary' }],
    });
  });

  test('does not wait for a run that is over when it is opened again', () => {
    const chat = found(pcWith(['port-service']), handedOver());
    chat.pressTitle('Go back');
    expect(stepCard(chat).heading).toBe('Which smartcard do you use?');
  });

  test('has the PCs to choose from when it is opened again, if that was asked for', () => {
    const chat = offered();
    chat.pressTitle('Yes, find my PC');
    chat.pressTitle('Get help from the service desk');
    chat.hear({ kind: 'pcs', pcs: [ward] });
    expect(chat.card()).toMatchObject({ card: 'outcome' });
    chat.pressTitle('Go back');
    expect(stepCard(chat).heading).toBe('Check WARD7-PC12?');
  });

  test('cancels the run once the person says that it works', () => {
    const chat = handedOver();
    chat.pressTitle('It works now');
    expect(chat.asked().at(-1)).toEqual({ kind: 'cancel', task: 'task-2' });
  });
});

test('a stopped run cannot be stopped twice', () => {
  const chat = checking();
  const stop = stepCard(chat).answers[0]?.action;
  if (!stop) throw new Error('No way to stop.');
  chat.press(stop);
  chat.press({ verb: 'stop-check', case: 'SC-1', step: theCase(chat).step });
  expect(chat.asked().filter(({ kind }) => kind === 'cancel')).toHaveLength(1);
  expect(lastRun(chat).task).toBe('task-2');
});
