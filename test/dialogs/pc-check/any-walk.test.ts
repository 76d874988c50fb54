import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Verdict } from '../../../src/knowledge/checks/check.ts';
import { buttonsOf, type Chat } from '../../support/chat.ts';
import { knowledge, topicCalled } from '../../support/knowledge.ts';
import { roleTitles } from '../../support/path-presses.ts';
import { expectNothingKnownAsked, expectWayOn } from './asks-nothing-known.ts';
import { findingOf, newChat, theCase, ward } from './pc-chat.ts';

const verdicts = fc.array(fc.constantFrom<Verdict>('healthy', 'unhealthy', 'cannot-tell'), {
  minLength: 13,
  maxLength: 13,
});
const looks = fc.array(verdicts, { minLength: 1, maxLength: 4 });
const presses = fc.array(fc.nat({ max: 9 }), { maxLength: 25 });

/** The agent answers whatever it was asked last, each check with the verdict whose turn it is. */
function answer(chat: Chat, looked: readonly Verdict[]) {
  const request = chat.asked().at(-1);
  if (request?.kind === 'find-pcs') chat.hear({ kind: 'pcs', pcs: [ward] });
  if (request?.kind !== 'check-run') return false;
  const findings = request.checks.map((check, index) =>
    findingOf(check, looked[index] ?? 'healthy', {
      at: new Date(Date.UTC(2026, 10, 22, 9)).toISOString(),
    }),
  );
  chat.hear({ kind: 'found', findings });
  return true;
}

function expectGood(chat: Chat) {
  const trouble = theCase(chat);
  expectWayOn(chat.card());
  expectNothingKnownAsked(topicCalled(trouble.topicId), trouble, chat.card());
}

/** Presses a button, and lets the agent answer when that asked it for something. */
function pressAny(chat: Chat, choice: number, looked: readonly Verdict[]): boolean {
  const buttons = buttonsOf(chat.card()).filter(({ action }) => 'case' in action);
  const button = buttons[choice % buttons.length];
  if (!button) throw new Error(`Nothing to press on ${chat.card().toast}.`);
  const before = chat.asked().length;
  chat.press(button.action);
  if (chat.asked().length === before) return false;
  return answer(chat, looked);
}

/** Goes on with the last answer each time, without taking anything back or looking again. */
function goToTheEnd(chat: Chat): number {
  let count = 0;
  while (theCase(chat).status === 'open' && count < 60) {
    const onward = buttonsOf(chat.card()).filter(({ action }) =>
      ['role', 'answer', 'done', 'no-check'].includes(action.verb),
    );
    const last = onward.at(-1);
    if (!last) throw new Error(`No way on from ${chat.card().toast}.`);
    chat.press(last.action);
    expectGood(chat);
    count += 1;
  }
  return count;
}

test('whatever the PC says and whoever presses what, no known thing is asked and an end is reached', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...knowledge.articles.map(({ id }) => id)),
      fc.constantFrom(...Object.values(roleTitles)),
      looks,
      presses,
      (topic, role, looked, choices) => {
        const chat = newChat();
        chat.press({ verb: 'start', topic });
        chat.pressTitle(role);
        let look = 0;
        for (const choice of choices) {
          if (pressAny(chat, choice, looked[look % looked.length] ?? [])) look += 1;
          expectGood(chat);
        }
        expect(goToTheEnd(chat)).toBeLessThan(30);
        expect(theCase(chat).status).not.toBe('open');
      },
    ),
    { numRuns: 600 },
  );
});

test('each run has a consent of its own: as many runs as presses that agreed, and no more', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...knowledge.articles.map(({ id }) => id)),
      looks,
      presses,
      (topic, looked, choices) => {
        const chat = newChat();
        chat.press({ verb: 'start', topic });
        chat.pressTitle('I am not in IT');
        let agreed = 0;
        for (const choice of choices) {
          const buttons = buttonsOf(chat.card()).filter(({ action }) => 'case' in action);
          const { verb } = buttons[choice % buttons.length]?.action ?? { verb: 'none' };
          if (verb === 'pick-pc' || verb === 'check-again') agreed += 1;
          pressAny(chat, choice, looked[0] ?? []);
        }
        expect(chat.asked().filter(({ kind }) => kind === 'check-run')).toHaveLength(agreed);
      },
    ),
    { numRuns: 300 },
  );
});
