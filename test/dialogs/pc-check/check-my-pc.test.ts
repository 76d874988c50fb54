import { describe, expect, test } from 'vitest';
import { checksForColdStart } from '../../../src/knowledge/most-likely.ts';
import { buttonsOf, createChat } from '../../support/chat.ts';
import {
  checking,
  choosing,
  findingOf,
  fleet,
  found,
  lastRun,
  newChat,
  offered,
  pcWith,
  runsOf,
  stepCard,
  theCase,
  ward,
} from './pc-chat.ts';

/** From nothing to the run, by somebody whose role is known or not. */
function cold(role?: 'I am staff' | 'I am IT') {
  const chat = newChat();
  if (role) chat.say(role);
  chat.say('check my PC');
  chat.hear({ kind: 'pcs', pcs: [ward] });
  return checking(chat);
}

/** One thing is wrong, and all else is well. */
function onlyWrong(check: string, chat = cold('I am staff')) {
  const findings = checksForColdStart.map((id) =>
    findingOf(id, id === check ? 'unhealthy' : 'healthy'),
  );
  chat.hear({ kind: 'found', findings });
  return chat;
}

describe('“check my PC” out of the blue', () => {
  test.each(['check my PC', 'Check my pc!', 'can you check my computer', 'scan my laptop please'])(
    'typed as “%s” looks for the PC, and asks for consent',
    (text) => {
      const chat = newChat();
      chat.say(text);
      expect(stepCard(chat).heading).toBe('Looking for your PC');
      chat.hear({ kind: 'pcs', pcs: [ward] });
      expect(stepCard(chat).heading).toBe('Check WARD7-PC12?');
      expect(runsOf(chat)).toEqual([]);
    },
  );

  test('pressed on the welcome card does the same', () => {
    const chat = newChat();
    chat.say('hi');
    chat.pressTitle('Check my PC');
    expect(stepCard(chat).heading).toBe('Looking for your PC');
  });

  test('asks for consent to everything it may need, and nothing else', () => {
    const chat = cold();
    expect(lastRun(chat).checks).toEqual(checksForColdStart);
  });

  test('asks who the person is after it has found what is wrong, with that on top', () => {
    const chat = onlyWrong('port-service', cold());
    expect(stepCard(chat)).toMatchObject({
      heading: 'Do you work in IT?',
      found: { text: 'This is the likeliest cause.' },
    });
    chat.pressTitle('I am not in IT');
    expect(stepCard(chat)).toMatchObject({
      heading: 'Your IT team needs to do the next part',
      found: { text: 'This is the likeliest cause.' },
    });
  });
});

describe('the likeliest trouble is named, and its flow is opened at the fix', () => {
  test.each([
    ['port-service', 'auth-failure-400-645', 'start-port-service'],
    ['port-service-listening', 'auth-failure-400-645', 'start-port-service'],
    ['products-installed', 'multiple-versions', 'remove-every-version'],
    ['dotnet-release', 'dotnet-48-missing', 'install-framework'],
    ['credential-management-running', 'auth-failure-400-645', 'open-again'],
    ['product-running', 'multiple-versions', 'close-and-restart'],
    ['remnants', 'multiple-versions', 'clear-leftovers'],
  ])('%s: %s', (check, topic, node) => {
    const chat = onlyWrong(check);
    expect(theCase(chat)).toMatchObject({ topicId: topic, node, status: 'open' });
    expect(stepCard(chat).found?.heading).toMatch(/unhealthy on WARD7-PC12$/);
  });
});

describe('what matters only with the right symptom leads to the first question about it', () => {
  test.each([
    ['booted-since-install', 'auth-failure-400-645', 'Which smartcard do you use?'],
    ['auth-server-allowlist', 'ntlm-prompt', 'Which site does the box name?'],
    ['zones', 'ntlm-prompt', 'Which site does the box name?'],
    ['local-network-access', 'auth-failure-400-645', 'Which smartcard do you use?'],
    ['third-party-cookies', 'ntlm-prompt', 'Which site does the box name?'],
  ])('%s: %s', (check, topic, heading) => {
    const chat = onlyWrong(check);
    expect(theCase(chat).topicId).toBe(topic);
    expect(stepCard(chat)).toMatchObject({
      heading,
      found: { text: 'This may be the cause. I ask you first, to be sure.' },
    });
  });
});

describe('nothing to name', () => {
  test('because all is well: it says so, and asks what the person sees', () => {
    const chat = found(pcWith(), cold());
    expect(chat.card()).toMatchObject({
      card: 'step',
      heading: 'Tell me what you see',
      found: { heading: 'I found nothing wrong on WARD7-PC12' },
      toast: 'Check of your PC: I found nothing wrong on WARD7-PC12',
    });
    expect(buttonsOf(chat.card()).map(({ title }) => title)).toEqual([
      'It works now',
      'See what I can help with',
      'Get help from the service desk',
    ]);
  });

  test('and a code typed then opens its case with what was found: the PC is not asked for again', () => {
    const chat = found(pcWith(), cold('I am staff'));
    chat.say('400_645');
    const trouble = chat.cases().find(({ status }) => status === 'open');
    expect(trouble?.topicId).toBe('auth-failure-400-645');
    expect(chat.cases().map(({ topicId, status }) => [topicId, status])).toContainEqual([
      'check-my-pc',
      'closed',
    ]);
    expect(stepCard(chat).heading).toBe('Which smartcard do you use?');
    chat.pressTitle('An NHS smartcard, or I am not sure');
    expect(stepCard(chat).heading).not.toContain('May I look');
    expect(trouble?.pc?.findings).toHaveLength(12);
    expect(runsOf(chat)).toHaveLength(1);
  });

  test('and a code typed on another shift offers to look again', () => {
    const chat = found(pcWith(), cold('I am staff'));
    chat.wait(9);
    chat.say('400_645');
    expect(stepCard(chat).heading).toBe('May I look at your PC?');
  });

  test('because nobody knows of a PC: the reason is on the card', () => {
    const chat = newChat();
    chat.say('check my PC');
    chat.hear({ kind: 'pcs', pcs: [] });
    expect(chat.card()).toMatchObject({
      heading: 'Tell me what you see',
      intro: 'I could not find a PC that is yours, so I ask you instead.',
      hint: expect.stringMatching(/^Type the code/),
    });
  });

  test.each(['unreachable', 'not-yours', 'expired'] as const)('because it failed: %s', (why) => {
    const chat = cold();
    chat.hear({ kind: 'failed', why });
    expect(chat.card()).toMatchObject({
      heading: 'Tell me what you see',
      intro: expect.stringContaining('I ask you instead.'),
      toast: 'Check of your PC: Tell me what you see',
    });
  });

  test('because the person stopped it', () => {
    const chat = cold();
    chat.pressTitle('Stop the check and ask me');
    expect(chat.asked().at(-1)?.kind).toBe('cancel');
    expect(chat.card()).toMatchObject({ heading: 'Tell me what you see' });
  });
});

describe('a PC that answers late', () => {
  const wentOn = () => {
    const chat = cold('I am staff');
    chat.hear({ kind: 'late' });
    chat.pressTitle('Go on, and tell me later');
    return chat;
  };

  test('is told of as promised, and the message opens the fix', () => {
    const chat = found(pcWith(['dotnet-release']), wentOn());
    const message = chat.told().at(-1);
    expect(message).toMatchObject({
      heading: '.NET Framework is too old on WARD7-PC12',
      paragraphs: ['This is the likeliest cause.'],
    });
    chat.pressTitle('Show me how to fix it', message);
    expect(theCase(chat)).toMatchObject({ topicId: 'dotnet-48-missing', status: 'open' });
    expect(stepCard(chat).found?.heading).toBe('.NET Framework is too old on WARD7-PC12');
  });

  test('is not looked at twice when the person types it again', () => {
    const chat = wentOn();
    chat.say('check my PC');
    expect(chat.cases()).toHaveLength(1);
    expect(runsOf(chat)).toHaveLength(1);
    expect(chat.card()).toMatchObject({
      intro: 'I wait for WARD7-PC12. I will tell you when it answers.',
    });
  });

  test('with nothing wrong is told too', () => {
    const chat = found(pcWith(), wentOn());
    expect(chat.told().at(-1)).toMatchObject({ heading: 'I found nothing wrong on WARD7-PC12' });
  });
});

describe('with a case already open', () => {
  test('the PC is checked for that case', () => {
    const chat = offered();
    chat.pressTitle('No, ask me the questions');
    chat.say('check my PC');
    expect(chat.cases()).toHaveLength(1);
    choosingFor(chat);
    expect(lastRun(chat).checks).toHaveLength(6);
  });

  test('and the same typed again while it runs, it goes on: no second search, no second run', () => {
    const chat = checking();
    const asked = chat.asked().length;
    chat.say('check my PC');
    chat.press({ verb: 'check-my-pc' });
    expect(chat.asked()).toHaveLength(asked);
    expect(stepCard(chat).heading).toBe('Checking WARD7-PC12');
  });

  test('about a code that nothing can be checked for, the PC is checked by itself', () => {
    const chat = newChat();
    chat.press({ verb: 'start', topic: 'error-1000-log-in' });
    chat.say('check my PC');
    expect(theCase(chat).topicId).toBe('check-my-pc');
    expect(chat.cases()).toHaveLength(2);
  });

  test('about what it then names, from another day: the older one makes room', () => {
    const chat = offered();
    chat.wait(30);
    chat.press({ verb: 'start', topic: 'ntlm-prompt' });
    chat.press({ verb: 'desk', case: 'SC-2', step: 1 });
    chat.say('check my PC');
    choosingFor(chat);
    found(pcWith(['port-service']), chat);
    const about = chat.cases().filter(({ topicId }) => topicId === 'auth-failure-400-645');
    expect(about.map(({ id, status }) => [id, status]).sort()).toEqual([
      ['SC-1', 'closed'],
      ['SC-3', 'open'],
    ]);
  });
});

/** The agent tells the one PC, and the person agrees. */
function choosingFor(chat: ReturnType<typeof newChat>) {
  chat.hear({ kind: 'pcs', pcs: [ward] });
  chat.pressTitle('Yes, check WARD7-PC12');
}

test('in a channel it says where it can be had, with the desk at hand', () => {
  const chat = createChat({ kind: 'channel', mentioned: true }, fleet);
  chat.say('check my PC');
  expect(chat.card()).toMatchObject({
    heading: 'I check a PC only in your own chat',
    footer: [{ title: 'Get help from the service desk' }],
  });
  expect(chat.asked()).toEqual([]);
  expect(chat.cases()).toEqual([]);
});

test('somebody else’s check is offered as a check of one’s own', () => {
  const chat = newChat();
  chat.take(
    { kind: 'action', action: { verb: 'pick-pc', case: 'SC-X', step: 2, pc: 'pc-7' } },
    'check-my-pc',
  );
  expect(chat.card()).toMatchObject({ heading: 'This case belongs to somebody else' });
  chat.pressTitle('Start my own case');
  expect(stepCard(chat).heading).toBe('Looking for your PC');
  expect(chat.asked()).toHaveLength(1);
});

test('a second problem of the same person keeps the offer', () => {
  const chat = choosing();
  chat.press({ verb: 'start', topic: 'multiple-versions' });
  expect(stepCard(chat).heading).toBe('May I look at your PC?');
});
