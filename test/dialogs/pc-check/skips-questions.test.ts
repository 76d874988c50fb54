import { describe, expect, test } from 'vitest';
import type { Case, Role } from '../../../src/dialogs/case.ts';
import { route } from '../../../src/dialogs/route.ts';
import { openCase } from '../../../src/dialogs/troubleshoot/moves.ts';
import type { Verdict } from '../../../src/knowledge/checks/check.ts';
import type { Topic } from '../../../src/knowledge/knowledge.ts';
import { knowledge, recognise, topicCalled } from '../../support/knowledge.ts';
import { expectNothingKnownAsked, expectWayOn } from './asks-nothing-known.ts';
import { findingOf, fleet, ward } from './pc-chat.ts';

const now = '2026-11-22T09:10:00.000Z';

/** One thing happens to a case, through the door everything comes in by. */
function after(trouble: Case, input: Parameters<typeof route>[0]['input']) {
  const { cases, effects } = route({
    input,
    place: { kind: 'personal', mentioned: true },
    knownRole: trouble.role,
    cases: [trouble],
    foreignTopic: undefined,
    now,
    newCaseId: () => 'SC-2',
    newTaskId: () => 'task-2',
    fleet,
    knowledge,
    recognise,
  });
  const reply = effects.find((effect) => effect.kind === 'reply');
  return { trouble: cases[0] ?? trouble, card: reply?.card };
}

const show = (trouble: Case) =>
  after(trouble, { kind: 'action', action: { verb: 'copy', case: trouble.id } });

/** A case that waits for its PC at a step, and what comes back. */
function withFindings(topic: Topic, role: Role, node: string, verdicts: Record<string, Verdict>) {
  const checks = topic.checks?.causes.map(({ check }) => check) ?? [];
  const at = '2026-11-22T09:00:00.000Z';
  const waiting: Case = {
    ...openCase(topic, { id: 'SC-1', role, said: '', now: at }),
    node,
    pc: {
      stage: 'checking',
      agent: fleet.agent,
      pcs: [ward],
      asks: [],
      consent: { pc: ward, checks, at },
      out: { task: 'task-1', since: at, answered: 0, total: checks.length, isLate: false },
      findings: [],
    },
  };
  const findings = checks.map((check) => findingOf(check, verdicts[check] ?? 'cannot-tell'));
  return after(waiting, {
    kind: 'fleet',
    caseId: 'SC-1',
    task: 'task-1',
    news: { kind: 'found', findings },
  }).trouble;
}

/** What decides which cards can still come. */
const stateOf = ({ node, status, pc }: Case) =>
  JSON.stringify([node, status, pc?.findings.map(({ isOld }) => isOld ?? false)]);

/** Every way on from a case, until every way has come to an outcome. Returns the outcomes. */
function walk(topic: Topic, start: Case): Set<string> {
  const seen = new Set<string>();
  const ends = new Set<string>();
  const visit = (trouble: Case, way: readonly string[]): void => {
    const state = stateOf(trouble);
    expect(way, `goes round: ${trouble.node}`).not.toContain(state);
    const { card } = show(trouble);
    if (!card) throw new Error('Nothing is shown.');
    expectWayOn(card);
    expectNothingKnownAsked(topic, trouble, card);
    if (trouble.status !== 'open') ends.add(trouble.node);
    if (seen.has(state) || card.card !== 'step') return;
    seen.add(state);
    const onward = card.answers.filter(({ action }) => ['answer', 'done'].includes(action.verb));
    for (const { action } of onward) {
      visit(after(trouble, { kind: 'action', action }).trouble, [...way, state]);
    }
  };
  visit(start, []);
  return ends;
}

const cases = knowledge.articles.flatMap(({ id, checks }) =>
  (['staff', 'it'] as const).flatMap((role) =>
    (checks?.causes ?? []).flatMap(({ check }) =>
      (['healthy', 'unhealthy', 'cannot-tell'] as const).map((verdict) => ({
        topic: id,
        role,
        check,
        verdict,
      })),
    ),
  ),
);

describe('a check that says something is asked of nobody, whatever way the flow is gone', () => {
  test.each(cases)('$topic, $role, $check $verdict', ({ topic: id, role, check, verdict }) => {
    const topic = topicCalled(id);
    const offerAt = topic.checks?.offerAt ?? '';
    for (const node of new Set([offerAt, topic.flow.start])) {
      const ends = walk(topic, withFindings(topic, role, node, { [check]: verdict }));
      expect(ends.size).toBeGreaterThan(1);
    }
  });

  test('and all of them well, or all of them wrong', () => {
    for (const { id, checks } of knowledge.articles) {
      const topic = topicCalled(id);
      for (const role of ['staff', 'it'] as const) {
        for (const verdict of ['healthy', 'unhealthy'] as const) {
          const all = Object.fromEntries(checks?.causes.map((c) => [c.check, verdict]) ?? []);
          const start = withFindings(topic, role, checks?.offerAt ?? '', all);
          expect(walk(topic, start).size).toBeGreaterThan(1);
        }
      }
    }
  });

  test('there is something to walk: every article has checks', () => {
    expect(new Set(cases.map(({ topic }) => topic)).size).toBe(knowledge.articles.length);
    expect(knowledge.articles).toHaveLength(5);
  });

  test('the walk is able to fail: a question that a finding answers is noticed', () => {
    const topic = topicCalled('auth-failure-400-645');
    const found = withFindings(topic, 'staff', 'card-kind', { 'booted-since-install': 'healthy' });
    const asked = { ...found, node: 'restarted-since-install' };
    expect(() => walk(topic, asked)).toThrow(/booted-since-install is known/);
  });
});

test('a fault leads to its fix, from wherever the person was', () => {
  for (const { id, checks } of knowledge.articles) {
    const topic = topicCalled(id);
    for (const { check, fix } of checks?.causes ?? []) {
      for (const node of [checks?.offerAt ?? '', topic.flow.start]) {
        const found = withFindings(topic, 'it', node, { [check]: 'unhealthy' });
        expect(found, `${id} ${check}`).toMatchObject({ node: fix, status: 'open' });
      }
    }
  }
});
