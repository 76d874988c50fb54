import { describe, expect, test } from 'vitest';
import type { StepCard } from '../../src/cards/card-model.ts';
import { isForIt, pathsOf } from '../../src/knowledge/flow-graph.ts';
import { createChat } from '../support/chat.ts';
import { followStep } from '../support/every-card.ts';
import { knowledge, topicCalled } from '../support/knowledge.ts';

const openCase = (chat: ReturnType<typeof createChat>) => chat.cases()[0];

describe('a person who types a code', () => {
  test('is asked once who they are, then sees the first step', () => {
    const chat = createChat();
    chat.say('I get error 400_645');
    expect(chat.card()).toMatchObject({ card: 'step', heading: 'Do you work in IT?' });
    chat.pressTitle('I am not in IT');
    expect(chat.card()).toMatchObject({ heading: 'Which smartcard do you use?' });
  });

  test('is not asked again who they are in a later case', () => {
    const chat = createChat();
    chat.say('400_645');
    chat.pressTitle('I am not in IT');
    chat.press({ verb: 'start', topic: 'dotnet-48-missing' });
    expect(chat.card()).not.toMatchObject({ heading: 'Do you work in IT?' });
  });

  test('has one open case about one thing, however often they type it', () => {
    const chat = createChat();
    chat.say('400_645');
    chat.pressTitle('I am not in IT');
    chat.pressTitle('An NHS smartcard, or I am not sure');
    chat.say('400_645 again!');
    expect(chat.cases()).toHaveLength(1);
    expect(chat.card()).toMatchObject({
      intro: 'You started this before. This is where you were.',
    });
  });

  test('has what they wrote on the case, and on the summary for the desk', () => {
    const chat = createChat();
    chat.say('400_645 since the update this morning');
    chat.pressTitle('I am not in IT');
    chat.pressTitle('Get help from the service desk');
    expect(chat.card()).toMatchObject({
      card: 'outcome',
      facts: expect.arrayContaining([
        { label: 'In their words', value: '400_645 since the update this morning' },
      ]),
    });
  });
});

describe('a press', () => {
  test('from a step that has gone by shows the card as it is now', () => {
    const chat = createChat();
    chat.say('400_645');
    chat.press({ verb: 'role', role: 'staff', case: 'SC-1', step: 1 });
    const before = openCase(chat);
    chat.press({ verb: 'role', role: 'it', case: 'SC-1', step: 1 });
    expect(openCase(chat)).toBe(before);
    expect(chat.card()).toMatchObject({ heading: 'Which smartcard do you use?' });
  });

  test('that does not fit the step changes nothing', () => {
    const chat = createChat();
    chat.say('400_645');
    chat.pressTitle('I am not in IT');
    const before = openCase(chat);
    chat.press({ verb: 'answer', answer: 9, case: 'SC-1', step: before?.step ?? 0 });
    chat.press({ verb: 'done', case: 'SC-1', step: before?.step ?? 0 });
    expect(openCase(chat)).toBe(before);
  });

  test('on “Go back” takes the last answer back, up to who the person is', () => {
    const chat = createChat();
    chat.say('400_645');
    chat.pressTitle('I am not in IT');
    chat.pressTitle('An NHS smartcard, or I am not sure');
    chat.pressTitle('Go back');
    expect(chat.card()).toMatchObject({ heading: 'Which smartcard do you use?' });
    chat.pressTitle('Go back');
    expect(chat.card()).toMatchObject({ heading: 'Do you work in IT?' });
    expect(openCase(chat)?.trail).toEqual([]);
  });
});

describe('an end', () => {
  test('can be taken back: a fix that did not last goes on where it was', () => {
    const chat = createChat();
    chat.say('400_645');
    chat.pressTitle('I am not in IT');
    chat.pressTitle('An NHS smartcard, or I am not sure');
    chat.pressTitle('I have done this');
    chat.pressTitle('It works now');
    expect(openCase(chat)?.status).toBe('fixed');
    chat.pressTitle('It has come back');
    expect(chat.card()).toMatchObject({ card: 'step', heading: 'Does it work now?' });
  });

  test('by asking for help keeps the step, for when the person comes back to it', () => {
    const chat = createChat();
    chat.say('400_645');
    chat.pressTitle('I am not in IT');
    chat.pressTitle('Get help from the service desk');
    expect(openCase(chat)?.status).toBe('escalated');
    chat.pressTitle('Go back');
    expect(chat.card()).toMatchObject({ heading: 'Which smartcard do you use?' });
    chat.pressTitle('Get help from the service desk');
    chat.pressTitle('It works now');
    expect(openCase(chat)?.status).toBe('fixed');
  });

  test('gives the summary as a message, with the steps for IT when IT is needed', () => {
    const chat = createChat();
    chat.press({ verb: 'start', topic: 'oberthur-err1000' });
    const topic = topicCalled('oberthur-err1000');
    chat.pressTitle('I am not in IT');
    const path = pathsOf(topic.flow, 'staff').find(({ steps }) =>
      steps.some((step) => 'done' in step && step.handOver),
    );
    for (const step of path?.steps ?? []) {
      if ('done' in step && step.handOver) break;
      followStep(chat, 'SC-1', step);
    }
    const effects = chat.pressTitle('Send me this as a message to forward');
    const plain = effects.find((effect) => effect.kind === 'plain');
    expect(plain?.text).toContain('EnableNHSEnrollment');
    expect(plain?.text).toContain('SC-1');
    expect(plain?.text).not.toContain('**');
  });
});

describe('a typed answer', () => {
  const atNode = (node: string) => {
    const chat = createChat();
    chat.say('400_645');
    chat.pressTitle('I am not in IT');
    Object.assign(openCase(chat) ?? {}, { node });
    return chat;
  };

  test.each([
    ['try-card', 'no', 'Same problem'],
    ['try-card', 'no that didnt work', 'Same problem'],
    ['try-card', 'still the same', 'Same problem'],
    ['try-card', 'it still dont work', 'Same problem'],
    ['try-card', 'Yes', 'It works now'],
    ['try-card', 'yes it works!', 'It works now'],
    ['try-card', 'fixed', 'It works now'],
    ['try-card', 'a different message', 'A different message'],
  ])('at %s “%s” counts as “%s”', (node, typed, label) => {
    const chat = atNode(node);
    chat.say(typed);
    expect(openCase(chat)?.trail.at(-1)?.answered).toBe(label);
  });

  test.each([
    ['nurse', 'staff'],
    ['I am a GP receptionist', 'staff'],
    ['I’m in IT', 'it'],
    ['IT support', 'it'],
  ])('“%s” says who the person is: %s', (typed, role) => {
    const chat = createChat();
    chat.say('400_645');
    chat.say(typed);
    expect(openCase(chat)?.role).toBe(role);
  });

  test.each(['what?', 'nonsense', 'ok', 'restart'])(
    '“%s” is none, so the step is shown again',
    (typed) => {
      const chat = atNode('restart-pc');
      chat.say(typed);
      expect(chat.card()).toMatchObject({ card: 'step', heading: 'Restart the PC' });
      expect(openCase(chat)?.status).toBe('open');
    },
  );

  test('that is also a command is an answer first', () => {
    const chat = createChat();
    chat.press({ verb: 'start', topic: 'oberthur-err1000' });
    chat.pressTitle('I am not in IT');
    chat.say('Something else');
    expect(openCase(chat)?.trail.at(-1)?.answered).toBe('Something else');
  });

  test('“go back” at the first step says so', () => {
    const chat = createChat();
    chat.say('400_645');
    chat.say('go back');
    expect(chat.card()).toMatchObject({ intro: 'This is the first step.' });
  });

  test('“done” and “back” move like the buttons do', () => {
    const chat = createChat();
    chat.say('400_645');
    chat.pressTitle('I am not in IT');
    chat.pressTitle('An NHS smartcard, or I am not sure');
    chat.say('Done!');
    expect(chat.card()).toMatchObject({ heading: 'Does it work now?' });
    chat.say('go back');
    expect(chat.card()).toMatchObject({ heading: 'Check the card and try once more' });
  });

  test('“it works now” ends the case wherever it is', () => {
    const chat = createChat();
    chat.say('400_645');
    chat.pressTitle('I am not in IT');
    chat.say('It works now');
    expect(openCase(chat)?.status).toBe('fixed');
  });
});

describe('a case whose article has changed under it', () => {
  test('goes on at the start of the flow when its step is gone', () => {
    const chat = createChat();
    chat.say('400_645');
    chat.pressTitle('I am not in IT');
    Object.assign(openCase(chat) ?? {}, { node: 'a-node-of-last-year' });
    chat.press({ verb: 'continue', case: 'SC-1' });
    expect(chat.card()).toMatchObject({ heading: 'Which smartcard do you use?' });
  });
});

describe.each(knowledge.articles.map(({ id }) => id))('staff with %s', (id) => {
  test('never see a step that needs admin rights as theirs to do', () => {
    const topic = topicCalled(id);
    const forIt = new Set(
      Object.values(topic.flow.nodes).flatMap((node) =>
        node.kind === 'instruction' && isForIt(node) ? node.steps : [],
      ),
    );
    for (const path of pathsOf(topic.flow, 'staff')) {
      const chat = createChat();
      chat.press({ verb: 'start', topic: id });
      chat.pressTitle('I am not in IT');
      for (const step of path.steps) {
        const card = chat.card() as StepCard;
        expect(
          card.sections.flatMap(({ steps }) => steps).filter((text) => forIt.has(text)),
        ).toEqual([]);
        followStep(chat, 'SC-1', step);
      }
      expect(openCase(chat)?.node).toBe(path.outcome);
    }
  });
});
