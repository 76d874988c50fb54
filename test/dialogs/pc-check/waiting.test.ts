import { describe, expect, test } from 'vitest';
import type { MessageCard } from '../../../src/cards/card-model.ts';
import type { FleetNews } from '../../../src/dialogs/pc-check.ts';
import { checking, found, offered, pcWith, runsOf, stepCard, theCase } from './pc-chat.ts';

const lastTold = (chat: ReturnType<typeof checking>) => chat.told().at(-1) as MessageCard;

/** The PC has not answered, and the person went on without it. */
function wentOn() {
  const chat = checking();
  chat.hear({ kind: 'late' });
  chat.pressTitle('Go on, and tell me later');
  return chat;
}

describe('while the run is out', () => {
  test('the card counts what has been looked at, and its button still works', () => {
    const chat = checking();
    const { step } = theCase(chat);
    expect(stepCard(chat).hint).not.toMatch(/\d of \d/);
    chat.hear({ kind: 'progress', answered: 2 });
    expect(stepCard(chat).hint).toMatch(/^2 of 6 looked at so far\./);
    expect(theCase(chat).step).toBe(step);
    expect(chat.told()).toEqual([]);
  });

  test('it can be stopped: the run is cancelled and the questions go on', () => {
    const chat = checking();
    chat.pressTitle('Stop the check and ask me');
    expect(chat.asked().at(-1)).toEqual({ kind: 'cancel', task: 'task-2' });
    expect(stepCard(chat).heading).toBe('Which smartcard do you use?');
    found(pcWith(['port-service']), chat);
    expect(stepCard(chat).heading).toBe('Which smartcard do you use?');
    expect(theCase(chat).pc?.findings).toEqual([]);
  });
});

describe('a PC that does not answer', () => {
  test('is said to be off or away, with a way to go on and a way to stop', () => {
    const chat = checking();
    chat.hear({ kind: 'late' });
    expect(stepCard(chat)).toMatchObject({
      heading: 'WARD7-PC12 does not answer yet',
      answers: [{ title: 'Go on, and tell me later', primary: true }, { title: 'Stop the check' }],
    });
    expect(stepCard(chat).hint).toContain('I will tell you when it answers.');
  });

  test('but has answered in part is not said to be silent', () => {
    const chat = checking();
    chat.hear({ kind: 'late' });
    chat.hear({ kind: 'progress', answered: 3 });
    expect(stepCard(chat).heading).toBe('WARD7-PC12 is slow to answer');
    expect(stepCard(chat).hint).toMatch(/^3 of 6 looked at so far\./);
  });

  test('can be stopped for good', () => {
    const chat = checking();
    chat.hear({ kind: 'late' });
    chat.pressTitle('Stop the check');
    expect(chat.asked().at(-1)).toEqual({ kind: 'cancel', task: 'task-2' });
    expect(stepCard(chat).heading).toBe('Which smartcard do you use?');
  });

  test('is waited for behind the steps: the run is not cancelled', () => {
    const chat = wentOn();
    expect(stepCard(chat).heading).toBe('Which smartcard do you use?');
    expect(chat.asked().map(({ kind }) => kind)).toEqual(['find-pcs', 'check-run']);
    chat.pressTitle('An NHS smartcard, or I am not sure');
    expect(stepCard(chat).heading).toBe('Check the card and try once more');
  });
});

describe('a PC that answers after the person went on', () => {
  test('is told of in a message with the way to the fix, and the step stays until then', () => {
    const chat = wentOn();
    chat.pressTitle('An NHS smartcard, or I am not sure');
    found(pcWith(['port-service']), chat);
    expect(stepCard(chat)).toMatchObject({ heading: 'Check the card and try once more' });
    expect(stepCard(chat).found).toBeUndefined();
    expect(lastTold(chat)).toMatchObject({
      heading: 'NHS Port Service is stopped on WARD7-PC12',
      buttons: [{ title: 'Show me how to fix it', primary: true }],
      footer: [{ title: 'Get help from the service desk' }],
    });
    chat.pressTitle('Show me how to fix it', lastTold(chat));
    expect(theCase(chat).node).toBe('start-port-service');
    expect(stepCard(chat).found?.heading).toBe('NHS Port Service is stopped on WARD7-PC12');
  });

  test('moves once, however often that is pressed', () => {
    const chat = found(pcWith(['port-service']), wentOn());
    const toFix = lastTold(chat);
    chat.pressTitle('Show me how to fix it', toFix);
    const there = theCase(chat);
    chat.pressTitle('Show me how to fix it', toFix);
    expect(theCase(chat)).toBe(there);
  });

  test.each(['works', 'close'] as const)(
    'leaves a case alone that has ended by then: %s',
    (verb) => {
      const chat = found(pcWith(['port-service']), wentOn());
      const toFix = lastTold(chat);
      chat.press({ verb, case: 'SC-1', step: theCase(chat).step });
      const ended = theCase(chat);
      chat.pressTitle('Show me how to fix it', toFix);
      expect(theCase(chat)).toBe(ended);
    },
  );

  test('with nothing wrong is told too, and what was looked at is on the card', () => {
    const chat = found(pcWith(), wentOn());
    expect(lastTold(chat)).toMatchObject({
      heading: 'I found nothing wrong on WARD7-PC12',
      buttons: [{ title: 'Go on', action: { verb: 'continue' } }],
    });
    expect(stepCard(chat)).toMatchObject({ heading: 'Which smartcard do you use?' });
    expect(stepCard(chat).found?.fine).toHaveLength(6);
  });

  test('does not make its case the one that typed words are for', () => {
    const chat = wentOn();
    chat.press({ verb: 'start', topic: 'multiple-versions' });
    chat.pressTitle('No, ask me the questions');
    found(pcWith(['port-service']), chat);
    chat.say('A message says it is already running');
    expect(chat.cases().find(({ id }) => id === 'SC-2')?.node).toBe('running-copies');
  });

  test('is asked the question at hand no more when the person presses “Go on”', () => {
    const chat = wentOn();
    for (const title of [
      'An NHS smartcard, or I am not sure',
      'I have done this',
      'Same problem',
      'I have done this',
      'Same problem',
    ])
      chat.pressTitle(title);
    expect(stepCard(chat).heading).toBe('Have you restarted this PC today?');
    found(pcWith(), chat);
    chat.pressTitle('Go on', lastTold(chat));
    expect(stepCard(chat).heading).toMatch(/on a colleague's PC/);
  });
});

describe('a message beside the card', () => {
  test('is not sent while the person still looks at it', () => {
    const chat = found(pcWith(['port-service']), checking(), 20_000);
    expect(chat.told()).toEqual([]);
  });

  test('is sent when so long has passed that they look at something else', () => {
    const chat = found(pcWith(['port-service']), checking(), 120_000);
    expect(lastTold(chat)).toMatchObject({
      heading: 'NHS Port Service is stopped on WARD7-PC12',
      paragraphs: ['This is the likeliest cause.', 'Your next step is ready.'],
    });
    const { step } = theCase(chat);
    chat.pressTitle('Go on', lastTold(chat));
    expect(theCase(chat).step).toBe(step);
    expect(stepCard(chat).heading).toBe('Your IT team needs to do the next part');
  });
});

describe.each([
  ['unreachable', 'I cannot check PCs at the moment, so I ask you instead.'],
  ['not-yours', 'I cannot see that WARD7-PC12 is yours, so I did not check it. I ask you instead.'],
  ['expired', 'WARD7-PC12 did not answer. I ask you instead.'],
] as const)('a run that came to nothing: %s', (why, words) => {
  const news: FleetNews = { kind: 'failed', why };

  test('is said on the card, and the questions go on', () => {
    const chat = checking();
    chat.hear(news);
    expect(stepCard(chat)).toMatchObject({ heading: 'Which smartcard do you use?', intro: words });
    expect(chat.told()).toEqual([]);
    chat.pressTitle('An NHS smartcard, or I am not sure');
    expect(stepCard(chat).intro).toBeUndefined();
    expect(runsOf(chat)).toHaveLength(1);
  });

  test('is told in a message when the person has looked away', () => {
    const chat = checking();
    chat.hear(news, { after: 600_000 });
    expect(lastTold(chat)).toMatchObject({
      heading: 'I could not check WARD7-PC12',
      paragraphs: [words],
      buttons: [{ title: 'Go on' }],
    });
  });

  test('leaves alone who went on without it', () => {
    const chat = wentOn();
    const { step, node } = theCase(chat);
    chat.hear(news);
    expect(theCase(chat)).toMatchObject({ step, node });
    expect(theCase(chat).pc?.out).toBeUndefined();
    expect(chat.told()).toEqual([]);
  });
});

test('an agent out of reach while the PC is looked for is said, and the questions go on', () => {
  const chat = offered();
  chat.pressTitle('Yes, find my PC');
  chat.hear({ kind: 'failed', why: 'unreachable' });
  expect(stepCard(chat)).toMatchObject({
    heading: 'Which smartcard do you use?',
    intro: 'I cannot check PCs at the moment, so I ask you instead.',
  });
});
