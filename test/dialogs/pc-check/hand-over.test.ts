import { describe, expect, test } from 'vitest';
import type { Chat } from '../../support/chat.ts';
import {
  checking,
  choosing,
  findingOf,
  found,
  lastRun,
  newChat,
  offered,
  pcWith,
  theCase,
  ward,
} from './pc-chat.ts';

const label = 'What the check of WARD7-PC12 found, through the Ward Fleet agent';

/** The line of the summary that has the findings. */
function findingsIn(chat: Chat): string {
  const card = chat.card();
  if (card.card !== 'outcome') throw new Error(`A ${card.card} card is shown.`);
  return card.facts.find((fact) => fact.label === label)?.value ?? '';
}

const toDesk = (chat: Chat) => {
  chat.pressTitle('Get help from the service desk');
  return chat;
};

describe('the summary for the desk', () => {
  test('has each finding with what was expected and when it was looked at', () => {
    const chat = toDesk(found(pcWith(['port-service'])));
    expect(findingsIn(chat).split('\n')).toHaveLength(6);
    const [first] = theCase(chat).pc?.findings ?? [];
    expect(findingsIn(chat).split('\n')[0]).toBe(
      `NHS Port Service: Stopped, starts automatically (needs fixing; expected: ${first?.expected}; 22 November 2026 at 09:05)`,
    );
  });

  test('marks what is our own conclusion, and nothing else', () => {
    const chat = toDesk(found(pcWith()));
    const lines = findingsIn(chat).split('\n');
    const marked = lines.map((line) => line.includes('our own conclusion'));
    const ours = theCase(chat).pc?.findings.map(({ isOurs }) => isOurs);
    expect(marked).toEqual(ours);
    expect(new Set(ours)).toEqual(new Set([true, false]));
  });

  test('marks what may have changed since it was looked at', () => {
    const chat = found(pcWith(['port-service']));
    chat.pressTitle('IT has done this');
    const lines = findingsIn(toDesk(chat)).split('\n');
    expect(lines.filter((line) => line.includes('may have changed since'))).toHaveLength(3);
    expect(lines[0]).toMatch(/^NHS Port Service: .*may have changed since\)$/);
  });

  test('says what could not be checked, and why', () => {
    const chat = toDesk(found(pcWith([], { unanswered: { process: 'denied' } })));
    expect(findingsIn(chat)).toContain(
      'NHS Credential Management: I am not allowed to look at this (could not check;',
    );
  });

  test('tells which questions the PC answered, beside those the person answered', () => {
    const chat = found(pcWith());
    for (const title of [
      'An NHS smartcard, or I am not sure',
      'I have done this',
      'Same problem',
      'I have done this',
      'Same problem',
    ])
      chat.pressTitle(title);
    toDesk(chat);
    expect(JSON.stringify(chat.card())).toContain(
      'Have you restarted this PC today? The PC was restarted after the last install (checked on WARD7-PC12)',
    );
  });

  test('as a message to forward has the same, in plain text', () => {
    const chat = toDesk(found(pcWith(['port-service'])));
    const effects = chat.pressTitle('Send me this as a message to forward');
    const plain = effects.find((effect) => effect.kind === 'plain');
    expect(plain?.text).toContain(`${label}:\nNHS Port Service: Stopped`);
    expect(plain?.text).toContain('What IT has to do (needs admin rights)');
    expect(plain?.text).not.toContain('**');
  });

  test('has nothing of a PC that nobody looked at', () => {
    expect(JSON.stringify(toDesk(offered()).card())).not.toContain('What the check');
    expect(JSON.stringify(toDesk(checking()).card())).not.toContain('What the check');
  });

  test('stays short enough to send, whatever the PC says', () => {
    const chat = checking();
    const findings = lastRun(chat).checks.map((check) =>
      findingOf(check, 'unhealthy', { found: '“\\'.repeat(10_000), reason: 'x'.repeat(10_000) }),
    );
    chat.hear({ kind: 'found', findings });
    toDesk(chat);
    expect(findingsIn(chat).length).toBeLessThan(3_000);
  });
});

describe('a check out of the blue that is handed over', () => {
  const cold = () => {
    const chat = newChat();
    chat.say('check my PC');
    chat.hear({ kind: 'pcs', pcs: [ward] });
    return chat;
  };

  test('has the findings, and names the trouble that was found', () => {
    const chat = found(pcWith(['dotnet-release']), checking(cold()));
    toDesk(chat);
    expect(findingsIn(chat).split('\n')).toHaveLength(12);
    expect(chat.card()).toMatchObject({
      facts: expect.arrayContaining([
        { label: 'Problem', value: expect.stringContaining('.NET Framework 4.8 is missing') },
      ]),
    });
  });

  test('before the PC has answered gets the findings later, with a word to the person', () => {
    const chat = toDesk(checking(cold()));
    found(pcWith(['dotnet-release']), chat);
    expect(theCase(chat).status).toBe('escalated');
    expect(findingsIn(chat)).toContain('.NET Framework: 4.7.2 (461814)');
    expect(chat.told().at(-1)).toMatchObject({
      heading: '.NET Framework is too old on WARD7-PC12',
    });
    chat.pressTitle('Show me how to fix it', chat.told().at(-1));
    expect(theCase(chat)).toMatchObject({ status: 'open', topicId: 'dotnet-48-missing' });
  });

  test('after nothing was found has all of it', () => {
    const chat = found(pcWith(), checking(cold()));
    chat.pressTitle('Get help from the service desk');
    expect(findingsIn(chat).split('\n')).toHaveLength(12);
  });
});

test('the reason the agent is given names the case and never the person', () => {
  const chat = checking(choosing());
  expect(lastRun(chat).reason).toBe('Smartcard log in, case SC-1');
});
