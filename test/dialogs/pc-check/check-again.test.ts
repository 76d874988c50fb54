import { describe, expect, test } from 'vitest';
import {
  checking,
  choosing,
  findingOf,
  found,
  lastRun,
  newChat,
  pcWith,
  runsOf,
  stepCard,
  theCase,
  titlesOf,
  ward,
} from './pc-chat.ts';

const again = 'Check WARD7-PC12 again';

function inIt(topic: string, ...answers: string[]) {
  const chat = newChat();
  chat.press({ verb: 'start', topic });
  chat.pressTitle('I am in IT, with admin rights');
  for (const answer of answers) chat.pressTitle(answer);
  return checking(choosing(undefined, chat));
}

/** Presses “Check again”, and the PC is as given. */
function lookAgain(chat: ReturnType<typeof checking>, pc = pcWith()) {
  chat.pressTitle(again);
  return found(pc, chat);
}

describe('a nurse whose NHS Port Service has stopped', () => {
  test('has it fixed, checks again, reads that it is put right, and says that it works', () => {
    const chat = found(pcWith(['port-service']));
    chat.pressTitle('IT has done this');
    expect(stepCard(chat).heading).toBe('Log in with the smartcard. Does it work now?');
    lookAgain(chat);
    expect(stepCard(chat)).toMatchObject({
      heading: 'Log in with the smartcard. Does it work now?',
      found: {
        heading: 'NHS Port Service is running on WARD7-PC12',
        text: 'What was wrong is put right now.',
        rows: [],
      },
    });
    // Folded, so that the question is in sight.
    expect(stepCard(chat).found?.fine[0]).toMatchObject({
      what: 'NHS Port Service',
      state: 'Fine',
    });
    chat.pressTitle('It works now');
    expect(theCase(chat)).toMatchObject({ status: 'fixed', node: 'fixed' });
    expect(chat.card()).toMatchObject({ card: 'outcome', heading: 'You can log in again' });
  });

  test('may check again before saying that it is done: then it goes past the fix', () => {
    const chat = lookAgain(found(pcWith(['port-service'])));
    expect(stepCard(chat)).toMatchObject({
      heading: 'Log in with the smartcard. Does it work now?',
      found: { text: 'What was wrong is put right now.' },
    });
    expect(titlesOf(chat).slice(0, 2)).toEqual(['It works now', 'It still does not work']);
    expect(theCase(chat).trail.at(-1)).toMatchObject({
      asked: 'Check of WARD7-PC12',
      answered: 'What was wrong is put right',
    });
  });

  test('still has it stopped: stays with the fix, and reads that it is not put right yet', () => {
    const chat = found(pcWith(['port-service']));
    chat.pressTitle('IT has done this');
    lookAgain(chat, pcWith(['port-service']));
    expect(theCase(chat).node).toBe('start-port-service');
    expect(stepCard(chat)).toMatchObject({
      heading: 'Your IT team needs to do the next part',
      found: {
        heading: 'NHS Port Service is stopped on WARD7-PC12',
        text: 'I looked again, and this is not put right yet.',
      },
    });
    expect(titlesOf(chat)).toContain(again);
  });

  test('has a second thing wrong: that comes next', () => {
    const faults = ['port-service', 'booted-since-install'];
    const chat = lookAgain(found(pcWith(faults)), pcWith(['booted-since-install']));
    expect(stepCard(chat)).toMatchObject({
      heading: 'Restart the PC',
      found: {
        heading: 'The smartcard software was installed after the last restart on WARD7-PC12',
      },
    });
  });

  test('whose PC could not be asked about the rest still goes past what is put right', () => {
    const chat = found(pcWith(['port-service'], { unanswered: { process: 'timeout' } }));
    lookAgain(chat, pcWith([], { unanswered: { process: 'timeout' } }));
    expect(stepCard(chat)).toMatchObject({
      heading: 'Log in with the smartcard. Does it work now?',
      found: {
        text: 'What was wrong is put right now.',
        rows: [{ state: 'Could not check' }],
      },
    });
  });

  test('whose PC does not answer for the service stays with the fix', () => {
    const chat = found(pcWith(['port-service']));
    lookAgain(chat, pcWith([], { unanswered: { service: 'timeout', listeningPort: 'timeout' } }));
    expect(theCase(chat).node).toBe('start-port-service');
    expect(stepCard(chat).found).toMatchObject({
      heading: 'I could not check WARD7-PC12',
      text: 'I could not see whether it is put right.',
    });
  });

  test.each([
    ['expired', 'WARD7-PC12 did not answer, so I could not look again.'],
    ['unreachable', 'I cannot check PCs at the moment, so I could not look again.'],
    ['not-yours', 'I cannot see that WARD7-PC12 is yours, so I did not look again.'],
  ] as const)('whose second look fails (%s) stays with the fix and reads why', (why, words) => {
    const chat = found(pcWith(['port-service']));
    chat.pressTitle(again);
    chat.hear({ kind: 'failed', why });
    expect(stepCard(chat)).toMatchObject({
      intro: words,
      heading: 'Your IT team needs to do the next part',
    });
    expect(titlesOf(chat)).toContain(again);
  });
});

test('“check my PC” typed at the fix is a second look too: it goes past what is put right', () => {
  const chat = found(pcWith(['port-service']));
  chat.say('check my PC');
  chat.hear({ kind: 'pcs', pcs: [ward] });
  found(pcWith(), checking(chat));
  expect(stepCard(chat)).toMatchObject({
    heading: 'Log in with the smartcard. Does it work now?',
    found: { text: 'What was wrong is put right now.' },
  });
});

describe('“Check again” asks', () => {
  test('exactly what the fix has changed, what was wrong, and what did not answer', () => {
    const chat = checking();
    const verdicts = {
      'port-service': 'unhealthy',
      'port-service-listening': 'healthy',
      'credential-management-running': 'healthy',
      'booted-since-install': 'healthy',
      'local-network-access': 'cannot-tell',
      'third-party-cookies': 'unhealthy',
    } as const;
    const findings = Object.entries(verdicts).map(([check, verdict]) => findingOf(check, verdict));
    chat.hear({ kind: 'found', findings });
    chat.pressTitle('IT has done this');
    const old = theCase(chat).pc?.findings.filter(({ isOld }) => isOld);
    expect(old?.map(({ check }) => check)).toEqual([
      'port-service',
      'port-service-listening',
      'credential-management-running',
    ]);
    chat.pressTitle(again);
    expect([...lastRun(chat).checks].sort()).toEqual([
      'credential-management-running',
      'local-network-access',
      'port-service',
      'port-service-listening',
      'third-party-cookies',
    ]);
  });

  test.each(['denied', 'unsupported'] as const)('not what will be %s again', (notAsked) => {
    const chat = checking();
    const findings = [
      findingOf('port-service', 'unhealthy'),
      findingOf('local-network-access', 'cannot-tell', { notAsked }),
    ];
    chat.hear({ kind: 'found', findings });
    chat.pressTitle(again);
    expect(lastRun(chat).checks).toEqual(['port-service']);
  });

  test('the PC that the consent was for, and keeps the new consent', () => {
    const chat = found(pcWith(['port-service']));
    chat.pressTitle(again);
    expect(lastRun(chat).pc).toEqual({ id: 'pc-7', name: 'WARD7-PC12' });
    expect(theCase(chat).pc?.consent?.checks).toEqual(lastRun(chat).checks);
  });

  test('and tells the agent what has been done since', () => {
    const chat = found(pcWith(['port-service']));
    chat.pressTitle('IT has done this');
    chat.pressTitle(again);
    expect(lastRun(chat).reason).toMatch(/^Smartcard log in, case SC-1, done since: port-service/);
  });

  test('nothing of an agent that has gone: it says so, and the step stays', () => {
    const chat = found(pcWith(['port-service']));
    const { node } = theCase(chat);
    chat.setFleet(undefined);
    chat.pressTitle(again);
    expect(stepCard(chat).intro).toBe('I cannot check PCs at the moment.');
    expect(theCase(chat).node).toBe(node);
    expect(runsOf(chat)).toHaveLength(1);
  });
});

describe('what was put right', () => {
  test('never takes the person past a step that is not its fix', () => {
    const chat = found(pcWith(['port-service']), inIt('auth-failure-400-645'));
    chat.pressTitle('I have done this');
    chat.pressTitle('It still does not work');
    expect(stepCard(chat).heading).toBe('Let log in pages reach this PC');
    lookAgain(chat);
    expect(stepCard(chat)).toMatchObject({
      heading: 'Let log in pages reach this PC',
      found: { text: 'What was wrong is put right now.' },
    });
  });

  test('is passed by IT also where the fix begins with a question', () => {
    const chat = inIt('oberthur-err1000', 'Unlocking or renewing my card myself', 'Series 8');
    found(pcWith(['oberthur-enrollment']), chat);
    expect(stepCard(chat).heading).toBe('How many people have the fault?');
    lookAgain(chat);
    expect(stepCard(chat).heading).toBe('Unlock or renew the card again. Does it work now?');
  });

  test('comes before a fault that has nothing to do with the problem at hand', () => {
    const chat = newChat();
    chat.say('check my PC');
    chat.hear({
      kind: 'pcs',
      pcs: [ward],
    });
    found(pcWith(['port-service', 'zones']), checking(chat));
    chat.pressTitle('I am not in IT');
    lookAgain(chat);
    expect(stepCard(chat).found).toMatchObject({
      heading: 'NHS Port Service is running on WARD7-PC12',
      text: 'What was wrong is put right now.',
    });
    expect(stepCard(chat).found?.rows[0]).toMatchObject({ state: 'Needs fixing' });
  });

  test('is not said of what was never wrong', () => {
    const chat = checking();
    const silent = lastRun(chat).checks.map((check) => findingOf(check, 'cannot-tell'));
    chat.hear({ kind: 'found', findings: silent });
    lookAgain(chat);
    expect(stepCard(chat).found).toMatchObject({
      heading: 'I found nothing wrong on WARD7-PC12',
      text: 'What I looked at is as it is meant to be.',
    });
  });
});
