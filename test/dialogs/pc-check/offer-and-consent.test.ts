import { describe, expect, test } from 'vitest';
import { createChat } from '../../support/chat.ts';
import { topicCalled } from '../../support/knowledge.ts';
import {
  checking,
  choosing,
  clinic,
  fleet,
  lastRun,
  newChat,
  offered,
  runsOf,
  stepCard,
  theCase,
  ward,
} from './pc-chat.ts';

describe('the offer', () => {
  test('comes before the first question that the PC can answer, and says that nothing is changed', () => {
    const card = stepCard(offered());
    expect(card.heading).toBe('May I look at your PC?');
    expect(card.hint).toContain('nothing is changed');
    expect(card.answers.map(({ title }) => title)).toEqual([
      'Yes, find my PC',
      'No, ask me the questions',
    ]);
  });

  test('waits until the person has said who they are', () => {
    const chat = newChat();
    chat.say('400_645');
    expect(stepCard(chat).heading).toBe('Do you work in IT?');
  });

  test.each([
    ['ntlm-prompt', ['localhost, or I cannot tell', 'Yes, the box appears in Edge']],
    ['dotnet-48-missing', ['When I set up Credential Management']],
    ['oberthur-err1000', ['Unlocking or renewing my card myself', 'Series 8']],
  ])('of %s comes only after what the person alone can say', (topic, answers) => {
    const chat = newChat();
    chat.press({ verb: 'start', topic });
    chat.pressTitle('I am not in IT');
    for (const answer of answers) {
      expect(stepCard(chat).heading).not.toBe('May I look at your PC?');
      chat.pressTitle(answer);
    }
    expect(stepCard(chat).heading).toBe('May I look at your PC?');
    expect(theCase(chat).node).toBe(topicCalled(topic).checks?.offerAt);
  });

  test('is not made for what the agent cannot be asked about', () => {
    const chat = newChat({ checks: new Map([['dotnet-release', '.NET Framework']]) });
    chat.say('400_645');
    chat.pressTitle('I am not in IT');
    expect(stepCard(chat).heading).toBe('Which smartcard do you use?');
  });

  test('declined leads to the questions, asks the agent for nothing, and is not made again', () => {
    const chat = offered();
    chat.pressTitle('No, ask me the questions');
    expect(stepCard(chat).heading).toBe('Which smartcard do you use?');
    chat.pressTitle('An NHS smartcard, or I am not sure');
    chat.pressTitle('Go back');
    expect(stepCard(chat).heading).toBe('Which smartcard do you use?');
    expect(chat.asked()).toEqual([]);
  });

  test('accepted only looks for the PC: nothing is run before the consent', () => {
    const chat = offered();
    chat.pressTitle('Yes, find my PC');
    expect(stepCard(chat).heading).toBe('Looking for your PC');
    expect(chat.asked()).toEqual([{ kind: 'find-pcs', task: 'task-1', caseId: 'SC-1' }]);
  });

  test('accepted can be taken back while the PC is looked for', () => {
    const chat = offered();
    chat.pressTitle('Yes, find my PC');
    chat.pressTitle('Ask me the questions instead');
    expect(stepCard(chat).heading).toBe('Which smartcard do you use?');
    expect(chat.asked().at(-1)).toEqual({ kind: 'cancel', task: 'task-1' });
  });
});

describe('the consent', () => {
  test('says which PC, what is looked at, that nothing is changed, and what is kept', () => {
    const chat = choosing();
    const card = stepCard(chat);
    expect(card.heading).toBe('Check WARD7-PC12?');
    expect(card.hint).toContain('nothing is changed');
    expect(card.hint).toContain('I keep a record');
    const causes = topicCalled('auth-failure-400-645').checks?.causes ?? [];
    expect(card.sections[0]?.steps).toEqual(causes.map(({ check }) => fleet.checks.get(check)));
    expect(runsOf(chat)).toEqual([]);
  });

  test('given asks for exactly what the card named, on that PC, and is kept on the case', () => {
    const chat = choosing();
    const { steps } = stepCard(chat).sections[0] ?? {};
    checking(chat);
    const run = lastRun(chat);
    expect(run.pc).toEqual({ id: 'pc-7', name: 'WARD7-PC12' });
    expect(run.checks.map((id) => fleet.checks.get(id))).toEqual(steps);
    expect(theCase(chat).pc?.consent).toMatchObject({ pc: ward, checks: run.checks });
    expect(stepCard(chat).heading).toBe('Checking WARD7-PC12');
  });

  test('does not name or ask what the agent cannot be asked', () => {
    const checks = new Map(fleet.checks);
    checks.delete('credential-management-running');
    const chat = checking(choosing([ward], offered({ checks })));
    expect(lastRun(chat).checks).not.toContain('credential-management-running');
    expect(lastRun(chat).checks).toContain('port-service');
  });

  test('refused leads to the questions and asks the agent for nothing', () => {
    const chat = choosing();
    chat.pressTitle('No, ask me the questions');
    expect(stepCard(chat).heading).toBe('Which smartcard do you use?');
    expect(runsOf(chat)).toEqual([]);
  });

  test('with several PCs is for the one that is chosen, and says so', () => {
    const chat = choosing([ward, { ...clinic, online: false }]);
    const card = stepCard(chat);
    expect(card.heading).toBe('Which PC has the problem?');
    expect(card.hint).toContain('I check the one that you choose.');
    expect(card.answers.map(({ title, primary }) => [title, primary])).toEqual([
      ['WARD7-PC12 (on now)', undefined],
      ['CLINIC-LT3 (off now)', undefined],
      ['None of these, ask me the questions', undefined],
    ]);
    chat.pressTitle('CLINIC-LT3 (off now)');
    expect(lastRun(chat).pc).toEqual({ id: 'pc-8', name: 'CLINIC-LT3' });
  });

  test('with several PCs can be refused for all of them', () => {
    const chat = choosing([ward, clinic]);
    chat.pressTitle('None of these, ask me the questions');
    expect(stepCard(chat).heading).toBe('Which smartcard do you use?');
    expect(runsOf(chat)).toEqual([]);
  });

  test('for a PC that is off says so and when it was seen last', () => {
    const { hint } = stepCard(choosing([{ ...ward, online: false }]));
    expect(hint).toContain(
      'It looks switched off, last seen 22 November 2026 at 08:50. Switch it on first, if you can.',
    );
    const unseen = stepCard(choosing([{ ...ward, online: false, lastSeen: undefined }]));
    expect(unseen.hint).toMatch(/^It looks switched off\. /);
  });
});

describe('outside the person’s own chat', () => {
  test('the offer is answered with where it can be had, and the questions go on', () => {
    const chat = createChat({ kind: 'group', mentioned: true }, fleet);
    const effects = chat.press({ verb: 'start', topic: 'auth-failure-400-645' });
    const own = effects.find((effect) => effect.kind === 'own-chat');
    // There was no way into that chat, so the card stands here.
    chat.pressTitle('I am not in IT', own?.card);
    chat.pressTitle('Yes, find my PC');
    expect(stepCard(chat)).toMatchObject({
      heading: 'Which smartcard do you use?',
      intro: 'I check a PC only from your own chat with me. Here I ask you instead.',
    });
    expect(chat.asked()).toEqual([]);
  });
});

test('an agent that has been taken away since is said to be out of reach, and the questions go on', () => {
  const chat = choosing();
  chat.setFleet(undefined);
  chat.pressTitle('Yes, check WARD7-PC12');
  expect(stepCard(chat)).toMatchObject({
    heading: 'Which smartcard do you use?',
    intro: 'I cannot check PCs at the moment, so I ask you instead.',
  });
  expect(runsOf(chat)).toEqual([]);
});
