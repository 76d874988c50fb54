import { describe, expect, test } from 'vitest';
import {
  checking,
  choosing,
  findingOf,
  found,
  lastRun,
  newChat,
  offered,
  pcWith,
  stepCard,
  theCase,
  titlesOf,
  ward,
} from './pc-chat.ts';

const toRestart = [
  'An NHS smartcard, or I am not sure',
  'I have done this',
  'Same problem',
  'I have done this',
];

describe('“Go back”', () => {
  test('takes back what a check answered together with the answer before it', () => {
    const chat = found(pcWith());
    for (const title of toRestart) chat.pressTitle(title);
    chat.pressTitle('Same problem');
    const byCheck = theCase(chat).trail.filter((entry) => entry.byCheck);
    expect(byCheck.map(({ node }) => node)).toEqual(['restarted-since-install']);
    chat.pressTitle('Go back');
    expect(stepCard(chat).heading).toBe('Does it work now?');
    expect(theCase(chat).trail.some((entry) => entry.byCheck)).toBe(false);
    chat.pressTitle('Same problem');
    expect(theCase(chat).trail.filter((entry) => entry.byCheck)).toEqual(
      byCheck.map((entry) => ({ ...entry, at: expect.any(String) })),
    );
  });

  test('does so also once what the check found no longer holds', () => {
    const chat = found(pcWith());
    for (const title of [...toRestart, 'Same problem']) chat.pressTitle(title);
    expect(theCase(chat).trail.at(-1)).toMatchObject({ byCheck: true });
    chat.wait(9);
    chat.pressTitle('Go back');
    expect(stepCard(chat).heading).toBe('Does it work now?');
  });

  test('does not ask again what the person answered and a check has answered since', () => {
    const chat = offered();
    chat.pressTitle('No, ask me the questions');
    for (const title of [...toRestart, 'Same problem']) chat.pressTitle(title);
    chat.pressTitle('Yes, it has been restarted');
    chat.say('check my PC');
    chat.hear({ kind: 'pcs', pcs: [ward] });
    found(pcWith(), checking(chat));
    chat.pressTitle('Go back');
    expect(stepCard(chat).heading).toBe('Does it work now?');
  });

  test('from the fix leads to where the offer was made, with the findings kept', () => {
    const chat = found(pcWith(['booted-since-install']));
    expect(stepCard(chat).heading).toBe('Restart the PC');
    chat.pressTitle('Go back');
    expect(stepCard(chat).heading).toBe('Which smartcard do you use?');
    expect(stepCard(chat).found).toBeUndefined();
    expect(theCase(chat).pc?.findings).toHaveLength(6);
    expect(titlesOf(chat)).toContain('Check WARD7-PC12 again');
  });

  test('from the consent leads to the offer, and takes no answer back', () => {
    const chat = newChat();
    chat.press({ verb: 'start', topic: 'dotnet-48-missing' });
    chat.pressTitle('I am not in IT');
    chat.pressTitle('When I set up Credential Management');
    const { trail } = theCase(chat);
    choosing(undefined, chat);
    chat.pressTitle('Go back');
    expect(stepCard(chat).heading).toBe('May I look at your PC?');
    expect(theCase(chat).trail).toEqual(trail);
    chat.pressTitle('Go back');
    expect(stepCard(chat).heading).toBe('When do you see the message about .NET Framework?');
  });

  test('while the PC is looked for, or checked, stops that and takes no answer back', () => {
    const finding = offered();
    finding.pressTitle('Yes, find my PC');
    finding.pressTitle('Go back');
    expect(finding.asked().at(-1)).toEqual({ kind: 'cancel', task: 'task-1' });
    expect(stepCard(finding).heading).toBe('May I look at your PC?');

    const chat = checking();
    const { trail } = theCase(chat);
    chat.pressTitle('Go back');
    expect(chat.asked().at(-1)).toEqual({ kind: 'cancel', task: 'task-2' });
    expect(stepCard(chat).heading).toBe('Which smartcard do you use?');
    expect(theCase(chat).trail).toEqual(trail);
  });

  test('is not on a card where there is nothing to take back', () => {
    const chat = newChat();
    chat.say('check my PC');
    chat.hear({ kind: 'pcs', pcs: [ward] });
    found(pcWith(), checking(chat));
    expect(chat.card()).toMatchObject({ heading: 'Tell me what you see' });
    expect(titlesOf(chat)).not.toContain('Go back');
  });
});

describe('the question who the person is, asked after the check', () => {
  const asked = () => {
    const chat = newChat();
    chat.say('check my PC');
    chat.hear({ kind: 'pcs', pcs: [ward] });
    return found(pcWith(['port-service']), checking(chat));
  };

  test('has the findings on it, and so has the step after it', () => {
    const chat = asked();
    expect(stepCard(chat).found).toBeDefined();
    chat.pressTitle('I am in IT, with admin rights');
    expect(stepCard(chat)).toMatchObject({ heading: 'Start NHS Port Service', found: {} });
    chat.pressTitle('I have done this');
    expect(stepCard(chat).found).toBeUndefined();
  });

  test('can be gone back to, and answered the other way', () => {
    const chat = asked();
    chat.pressTitle('I am in IT, with admin rights');
    chat.pressTitle('Go back');
    expect(stepCard(chat).heading).toBe('Do you work in IT?');
    chat.pressTitle('I am not in IT');
    expect(stepCard(chat).heading).toBe('Your IT team needs to do the next part');
  });
});

describe('findings that no longer hold', () => {
  test('are all of them, once a fixed problem has come back', () => {
    const chat = found(pcWith(['port-service']));
    chat.pressTitle('IT has done this');
    chat.pressTitle('It works now');
    chat.pressTitle('It has come back');
    expect(theCase(chat).pc?.findings.every(({ isOld }) => isOld)).toBe(true);
    chat.pressTitle('Check WARD7-PC12 again');
    expect(lastRun(chat).checks).toHaveLength(6);
  });

  test('are those of another shift: their questions are asked again', () => {
    const chat = found(pcWith());
    for (const title of toRestart) chat.pressTitle(title);
    chat.wait(9);
    chat.pressTitle('Same problem');
    expect(stepCard(chat).heading).toBe('Have you restarted this PC today?');
  });

  test('are not those of the same shift', () => {
    const chat = found(pcWith());
    for (const title of toRestart) chat.pressTitle(title);
    chat.wait(7);
    chat.pressTitle('Same problem');
    expect(theCase(chat).trail.at(-1)).toMatchObject({
      asked: 'Have you restarted this PC today?',
      byCheck: true,
    });
  });

  test('are gone from the card that is shown the next day, and stay gone', () => {
    const chat = found(pcWith(['port-service']));
    expect(stepCard(chat).found).toBeDefined();
    chat.wait(20);
    chat.press({ verb: 'continue', case: 'SC-1' });
    expect(stepCard(chat)).toMatchObject({ heading: 'Your IT team needs to do the next part' });
    expect(stepCard(chat).found).toBeUndefined();
    // The message is edited afterwards from what is kept.
    expect(theCase(chat).pc?.findings.every(({ isOld }) => isOld)).toBe(true);
  });

  test('do not outlive a shift because another one joins them', () => {
    const chat = found(pcWith(['booted-since-install']));
    chat.wait(9);
    chat.pressTitle('Check WARD7-PC12 again');
    const at = '2026-11-22T18:10:00.000Z';
    chat.hear({
      kind: 'found',
      findings: [findingOf('port-service', 'healthy', { at })],
    });
    const holding = theCase(chat).pc?.findings.filter(({ isOld }) => !isOld);
    expect(holding?.map(({ check }) => check)).toEqual(['port-service']);
  });
});
