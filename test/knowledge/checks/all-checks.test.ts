import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allChecks } from '../../../src/knowledge/checks/all-checks.ts';
import { type Judgement, probesOf } from '../../../src/knowledge/checks/check.ts';
import { absent, settings } from './answers.ts';
import { anyAnswers, noAnswers, someUnknown } from './arbitrary-answers.ts';

/** Words for a cell of a table: some, few, and nothing but words. */
function expectPlain({ reason, found }: Judgement): void {
  for (const words of [reason, found]) {
    expect(words).toBe(words.trim());
    expect(words).not.toMatch(/^$|\.$|[\p{C}\p{Zl}\p{Zp}<>`*#|~[\]{}\\$]|\p{M}{2}/u);
    expect(words.length).toBeLessThanOrEqual(125);
  }
}

test('every check has a name of its own', () => {
  const ids = allChecks.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
});

test('no two probes of a run share a name', () => {
  const ids = probesOf(allChecks, settings).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('what cannot be asked adds no probe', () => {
  const bare = { processName: undefined, productCodes: [], logInOrigins: [] };
  const names = probesOf(allChecks, bare).map(({ id }) => id.split('.')[0]);
  expect(allChecks.map(({ id }) => id).filter((id) => !names.includes(id))).toEqual([
    'credential-management-running',
    'product-running',
    'local-network-access',
  ]);
});

describe.each(allChecks.map((check) => [check.id, check] as const))('%s', (_id, check) => {
  test('has words for the consent card and the table', () => {
    for (const words of [check.title, check.expected]) {
      expect(words).toMatch(/^(?! ).{1,60}(?<![. ])$/);
      expect(words).not.toMatch(/n’t|n't/);
    }
  });

  test('cannot tell when nothing could be asked', () => {
    fc.assert(
      fc.property(noAnswers(check), (answers) => {
        const judged = check.judge(answers, settings);
        expect(judged.verdict).toBe('cannot-tell');
        expect(judged.notAsked).toBeDefined();
        expectPlain(judged);
      }),
    );
  });

  test('says that a thing is there, or not there, only if no other answer could change that', () => {
    fc.assert(
      fc.property(
        anyAnswers(check),
        someUnknown(check),
        anyAnswers(check),
        (answers, unknown, others) => {
          const { verdict } = check.judge({ ...answers, ...unknown }, settings);
          if (verdict === 'cannot-tell') return;
          const inPlace = Object.fromEntries(Object.keys(unknown).map((id) => [id, others[id]]));
          for (const filled of [answers, { ...answers, ...inPlace }]) {
            expect(check.judge(filled, settings).verdict).toBe(verdict);
          }
          const gone = Object.fromEntries(Object.keys(unknown).map((id) => [id, absent]));
          expect(check.judge({ ...answers, ...gone }, settings).verdict).toBe(verdict);
        },
      ),
      { numRuns: 400 },
    );
  });

  test('finds plain words for whatever a PC may say', () => {
    fc.assert(
      fc.property(anyAnswers(check), (answers) => {
        const judged = check.judge(answers, settings);
        expectPlain(judged);
        // Everything was answered. Only an answer that cannot be read counts as none.
        expect([undefined, 'error']).toContain(judged.notAsked);
      }),
      { numRuns: 400 },
    );
  });
});
