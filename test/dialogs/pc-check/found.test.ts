import { describe, expect, test } from 'vitest';
import {
  checking,
  choosing,
  findingOf,
  fleet,
  found,
  lastRun,
  lookAt,
  newChat,
  offered,
  pcWith,
  stepCard,
  theCase,
  titlesOf,
} from './pc-chat.ts';

const asIt = () => {
  const chat = newChat();
  chat.say('400_645');
  chat.pressTitle('I am in IT, with admin rights');
  return checking(choosing(undefined, chat));
};

describe('one thing wrong', () => {
  test('leads staff to what IT has to do, with what was found on top', () => {
    const card = stepCard(found(pcWith(['port-service-listening'])));
    expect(card.found).toMatchObject({
      heading: 'NHS Port Service cannot be reached on WARD7-PC12',
      text: 'This is the likeliest cause.',
      rows: [{ state: 'Needs fixing', found: 'None of them open', expected: 'One of them open' }],
    });
    expect(card.found?.fine).toHaveLength(5);
    expect(card.heading).toBe('Your IT team needs to do the next part');
    expect(card.intro).toBeUndefined();
  });

  test('leads IT to the steps themselves', () => {
    const card = stepCard(found(pcWith(['port-service-listening']), asIt()));
    expect(card.heading).toBe('Start NHS Port Service');
    expect(card.answers.map(({ title }) => title)).toEqual([
      'I have done this',
      'Check WARD7-PC12 again',
    ]);
  });

  test('is on the trail in the words of the check', () => {
    expect(theCase(found(pcWith(['booted-since-install']))).trail.at(-1)).toMatchObject({
      asked: 'Check of WARD7-PC12',
      answered: 'The smartcard software was installed after the last restart',
    });
  });

  test('says when it was looked at and through what, and marks what is our own conclusion', () => {
    const panel = stepCard(found(pcWith(['booted-since-install']))).found;
    expect(panel?.footnote).toBe(
      'Checked 22 November 2026 at 09:05 through the Ward Fleet agent. A * marks our own conclusion, which is not NHS England guidance.',
    );
    expect(panel?.rows[0]?.expected).toBe('Restarted after it *');
    const nhsOnly = stepCard(
      found(pcWith(['port-service']), checkingOnly(['port-service', 'third-party-cookies'])),
    ).found;
    expect(nhsOnly?.footnote).not.toContain('*');
  });
});

/** A run by an agent that can be asked these only. */
function checkingOnly(checks: readonly string[]) {
  const some = new Map([...fleet.checks].filter(([id]) => checks.includes(id)));
  return checking(choosing(undefined, offered({ checks: some })));
}

describe('several things wrong', () => {
  test('begin with the likeliest, on the card and in the rows, whatever order they came in', () => {
    const chat = checking();
    const pc = pcWith(['third-party-cookies', 'booted-since-install', 'port-service']);
    const findings = lookAt(pc, lastRun(chat).checks).toReversed();
    chat.hear({ kind: 'found', findings });
    const panel = stepCard(chat).found;
    expect(panel).toMatchObject({
      heading: 'NHS Port Service is stopped on WARD7-PC12',
      text: 'More than one thing needs fixing. This one is the likeliest cause.',
    });
    expect(panel?.rows.map(({ what }) => what)).toEqual([
      'NHS Port Service',
      'Ports of NHS Port Service',
      'Restart since the last install',
      'Cookies for localhost in Edge',
    ]);
    expect(theCase(chat).node).toBe('start-port-service');
  });
});

describe('nothing wrong', () => {
  test('is said, what is fine can be shown, and the step goes on', () => {
    const card = stepCard(found(pcWith()));
    expect(card.found).toMatchObject({
      heading: 'I found nothing wrong on WARD7-PC12',
      text: 'What I looked at is as it is meant to be.',
      rows: [],
    });
    expect(card.found?.fine).toHaveLength(6);
    expect(card.heading).toBe('Which smartcard do you use?');
  });

  test('gives no button to check again: there is nothing to look for', () => {
    expect(titlesOf(found(pcWith()))).not.toContain('Check WARD7-PC12 again');
  });

  test.each([
    ['ntlm-prompt', ['localhost, or I cannot tell', 'Yes, the box appears in Edge']],
    ['dotnet-48-missing', ['When I set up Credential Management']],
    ['oberthur-err1000', ['Unlocking or renewing my card myself', 'Series 8']],
  ])('passes the very question that %s made the offer for', (topic, answers) => {
    const chat = newChat();
    chat.press({ verb: 'start', topic });
    chat.pressTitle('I am in IT, with admin rights');
    for (const answer of answers) chat.pressTitle(answer);
    const offeredAt = theCase(chat).node;
    found(pcWith(), checking(choosing(undefined, chat)));
    expect(theCase(chat).node).not.toBe(offeredAt);
    expect(theCase(chat).trail.at(-1)).toMatchObject({ byCheck: true });
    expect(stepCard(chat).found?.heading).toBe('I found nothing wrong on WARD7-PC12');
  });
});

describe('what could not be checked', () => {
  test('all of it: the PC is not called well, and the person is asked', () => {
    const chat = checking();
    const findings = lastRun(chat).checks.map((check) => findingOf(check, 'cannot-tell'));
    chat.hear({ kind: 'found', findings });
    const card = stepCard(chat);
    expect(card.found).toMatchObject({
      heading: 'I could not check WARD7-PC12',
      text: 'The PC may still be the cause, so I ask you instead.',
      fine: [],
    });
    expect(card.found?.rows.map(({ state }) => state)).toEqual(Array(6).fill('Could not check'));
    expect(card.heading).toBe('Which smartcard do you use?');
  });

  test('a run that looked at nothing does not call the PC well', () => {
    const chat = checking();
    chat.hear({ kind: 'found', findings: [] });
    expect(stepCard(chat).heading).toBe('Which smartcard do you use?');
    expect(JSON.stringify(chat.card())).not.toMatch(/nothing wrong|put right/);
    const later = checking();
    later.hear({ kind: 'found', findings: [] }, { after: 120_000 });
    expect(later.told().at(-1)).toMatchObject({ heading: 'I could not check WARD7-PC12' });
  });

  test('some of it: a row says so and why, and only the rest skips questions', () => {
    const pc = pcWith([], { unanswered: { process: 'denied' } });
    const chat = found(pc);
    expect(stepCard(chat).found).toMatchObject({
      heading: 'I found nothing wrong on WARD7-PC12 so far',
      rows: [
        {
          what: 'NHS Credential Management',
          state: 'Could not check',
          found: 'I am not allowed to look at this',
        },
      ],
    });
    for (const title of [
      'An NHS smartcard, or I am not sure',
      'I have done this',
      'Same problem',
      'I have done this',
      'Same problem',
    ])
      chat.pressTitle(title);
    // The restart was seen on the PC; whether the program runs was not.
    expect(stepCard(chat).heading).toBe(
      'Is the NHS Credential Management icon there by the clock now?',
    );
    expect(theCase(chat).trail.at(-1)).toMatchObject({
      asked: 'Have you restarted this PC today?',
      answered: 'The PC was restarted after the last install (checked on WARD7-PC12)',
      byCheck: true,
    });
  });

  test('is offered to be checked again only when that may bring an answer', () => {
    const again = 'Check WARD7-PC12 again';
    expect(titlesOf(found(pcWith([], { unanswered: { process: 'denied' } })))).not.toContain(again);
    expect(titlesOf(found(pcWith([], { unanswered: { process: 'timeout' } })))).toContain(again);
  });
});

describe('what a hostile PC says', () => {
  const hostile = '**[Win](https://evil.example)** <b onclick=x>\u202E\n\u0000'.repeat(300);

  test('is one line of bounded length on the card, the trail and the case', () => {
    const chat = checking();
    const parts = { found: hostile, reason: hostile };
    const findings = lastRun(chat).checks.map((check) => findingOf(check, 'unhealthy', parts));
    chat.hear({ kind: 'found', findings });
    const panel = stepCard(chat).found;
    expect(panel?.rows[0]?.found).toHaveLength(200);
    expect(panel?.rows[0]?.found).not.toMatch(/\p{C}/u);
    expect(panel?.heading).not.toMatch(/[*[\]<>]/);
    expect(JSON.stringify(theCase(chat)).length).toBeLessThan(8_000);
  });
});

test('somebody who says only then that they are in IT still sees what was found, with the steps for IT', () => {
  const chat = found(pcWith(['port-service']));
  chat.say('I am IT');
  expect(stepCard(chat)).toMatchObject({
    found: { heading: 'NHS Port Service is stopped on WARD7-PC12' },
    heading: 'Start NHS Port Service',
  });
});

test('each time a check is asked for it is counted, with what it is about', () => {
  const chat = offered();
  const effects = chat.pressTitle('Yes, find my PC');
  expect(effects).toContainEqual({
    kind: 'count',
    happening: { name: 'pc-check-asked', fields: { topic: 'auth-failure-400-645' } },
  });
});
