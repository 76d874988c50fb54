import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Flow, FlowNode, Who } from '../../src/knowledge/article-schema.ts';
import {
  type KnownVerdict,
  resolveChecks,
  resolvedStretch,
  settle,
} from '../../src/knowledge/resolve-checks.ts';
import { knowledge } from '../support/knowledge.ts';

const check = (
  name: string,
  healthy: string,
  unhealthy: string,
  who: Who = 'anyone',
): FlowNode => ({
  kind: 'check',
  who,
  check: name,
  ask: 'How is it?',
  healthy,
  unhealthy,
  answers: [
    { label: 'Fine', next: healthy },
    { label: 'Broken', next: unhealthy },
  ],
});
const question = (...next: string[]): FlowNode => ({
  kind: 'question',
  who: 'anyone',
  ask: 'Does it work?',
  answers: next.map((id) => ({ label: `To ${id}`, next: id })),
});
const fix = (next: string, changes: string[] = [], who: Who = 'it'): FlowNode => ({
  kind: 'instruction',
  who,
  title: 'Fix it',
  steps: ['Fix it.'],
  details: [],
  changes,
  next,
});
const end: FlowNode = { kind: 'outcome', result: 'fixed', title: 'The end', text: 'The end.' };

const knowing =
  (verdicts: Record<string, 'healthy' | 'unhealthy'>): KnownVerdict =>
  (name) =>
    verdicts[name];
const nothing = knowing({});

/** Two checks in a row, then a question. */
const row: Flow = {
  start: 'first',
  nodes: {
    first: check('one', 'second', 'repair'),
    second: check('two', 'ask', 'repair'),
    ask: question('end', 'first'),
    repair: fix('second', [], 'anyone'),
    end,
  },
};

/** Two checks that lead to each other while both are healthy. */
const ring: Flow = {
  start: 'here',
  nodes: { here: check('one', 'there', 'end'), there: check('two', 'here', 'end'), end },
};

describe('the first step that has to be shown', () => {
  test.each([
    ['a check nobody knows', nothing, 'first', 'first', []],
    ['a healthy one leads on', knowing({ one: 'healthy' }), 'first', 'second', ['first']],
    [
      'an unhealthy one leads to its fix',
      knowing({ one: 'unhealthy' }),
      'first',
      'repair',
      ['first'],
    ],
    [
      'two in a row are both passed',
      knowing({ one: 'healthy', two: 'healthy' }),
      'first',
      'ask',
      ['first', 'second'],
    ],
    ['it stops at one nobody knows', knowing({ two: 'healthy' }), 'first', 'first', []],
    ['a question is asked, whatever is known', knowing({ one: 'healthy' }), 'ask', 'ask', []],
    ['a fix is shown', knowing({ one: 'healthy', two: 'healthy' }), 'repair', 'repair', []],
    ['an end is an end', knowing({ one: 'healthy' }), 'end', 'end', []],
    ['a step that is not there', knowing({ one: 'healthy' }), 'nowhere', 'nowhere', []],
  ] as const)('%s', (_what, known, from, node, passed) => {
    expect(settle(row, known, from)).toEqual({ node, passed });
  });

  test('in a ring of checks that are known, the person is asked where it began', () => {
    const known = knowing({ one: 'healthy', two: 'healthy' });
    expect(settle(ring, known, 'here')).toEqual({ node: 'here', passed: ['here', 'there'] });
    expect(settle(ring, known, 'there')).toEqual({ node: 'there', passed: ['there', 'here'] });
  });

  test('a ring with a way out is left by it', () => {
    const known = knowing({ one: 'healthy', two: 'unhealthy' });
    expect(settle(ring, known, 'here')).toEqual({ node: 'end', passed: ['here', 'there'] });
  });

  test('a check that leads to itself is asked', () => {
    const flow: Flow = { start: 'a', nodes: { a: check('one', 'a', 'end'), end } };
    expect(settle(flow, knowing({ one: 'healthy' }), 'a').node).toBe('a');
  });
});

describe('a flow without the questions that are answered', () => {
  test('begins past a check that is known', () => {
    expect(resolveChecks(row, knowing({ one: 'healthy' })).start).toBe('second');
  });

  test('has every kind of step lead past it', () => {
    const { nodes } = resolveChecks(row, knowing({ one: 'healthy', two: 'healthy' }));
    expect(nodes.first).toMatchObject({ healthy: 'ask', unhealthy: 'repair' });
    expect(nodes.ask).toMatchObject({ answers: [{ next: 'end' }, { next: 'ask' }] });
    expect(nodes.repair).toMatchObject({ next: 'ask' });
    expect(nodes.first).toMatchObject({ answers: [{ next: 'ask' }, { next: 'repair' }] });
  });

  test('keeps the words of every step', () => {
    const { nodes } = resolveChecks(row, knowing({ one: 'healthy' }));
    expect(nodes.ask).toMatchObject({ ask: 'Does it work?' });
    expect(nodes.end).toEqual(end);
  });
});

describe('what IT has to do', () => {
  const stretch: Flow = {
    start: 'service',
    nodes: {
      service: check('service', 'ports', 'restart', 'it'),
      ports: check('ports', 'update', 'restart', 'it'),
      restart: fix('policy', ['ports']),
      update: fix('policy'),
      policy: check('policy', 'try', 'allow', 'it'),
      allow: fix('try', ['policy']),
      try: question('end', 'service'),
      end,
    },
  };
  const steps = (known: KnownVerdict, from = 'service') =>
    resolvedStretch(stretch, from, known).items.map(({ nodeId }) => nodeId);

  test('is everything while nothing is known', () => {
    expect(steps(nothing)).toEqual(['service', 'ports', 'update', 'restart', 'policy', 'allow']);
  });

  test('is less by what is known', () => {
    const other: Flow = {
      ...stretch,
      nodes: { ...stretch.nodes, allow: fix('try'), restart: fix('policy') },
    };
    const items = (known: KnownVerdict) =>
      resolvedStretch(other, 'update', known).items.map(({ nodeId }) => nodeId);
    expect(items(knowing({ policy: 'healthy' }))).toEqual(['update']);
    expect(items(knowing({ policy: 'unhealthy' }))).toEqual(['update', 'allow']);
  });

  test('looks again at what an earlier step of it may change', () => {
    const changing: Flow = {
      ...stretch,
      nodes: { ...stretch.nodes, update: fix('policy', ['policy']) },
    };
    const { items } = resolvedStretch(changing, 'update', knowing({ policy: 'healthy' }));
    expect(items.map(({ nodeId }) => nodeId)).toEqual(['update', 'policy', 'allow']);
  });

  test('does not look again at what only a later step of it changes', () => {
    // “policy” is changed by “allow”, which comes after it.
    expect(steps(knowing({ policy: 'healthy' }), 'update')).toEqual(['update']);
  });

  test('does not look again at what only a step outside of it changes', () => {
    const apart: Flow = {
      ...stretch,
      nodes: { ...stretch.nodes, allow: fix('try', ['ports']), restart: fix('policy', ['other']) },
    };
    const items = resolvedStretch(
      apart,
      'update',
      knowing({ policy: 'healthy', ports: 'healthy' }),
    );
    expect(items.items.map(({ nodeId }) => nodeId)).toEqual(['update']);
  });

  test('comes out where it did', () => {
    expect(resolvedStretch(stretch, 'service', nothing).exit).toBe('try');
    expect(resolvedStretch(stretch, 'service', knowing({ service: 'healthy' })).exit).toBe('try');
  });
});

describe('whatever is known', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const id = fc.constantFrom(...ids);
  const names = ['one', 'two', 'three'];
  const node: fc.Arbitrary<FlowNode> = fc.oneof(
    {
      arbitrary: fc.tuple(fc.constantFrom(...names), id, id).map((args) => check(...args)),
      weight: 4,
    },
    {
      arbitrary: fc.array(id, { minLength: 2, maxLength: 4 }).map((next) => question(...next)),
      weight: 2,
    },
    { arbitrary: id.map((next) => fix(next)), weight: 1 },
    { arbitrary: fc.constant(end), weight: 1 },
  );
  const drawn: fc.Arbitrary<Flow> = fc.record({
    start: id,
    nodes: fc.record(Object.fromEntries(ids.map((each) => [each, node]))),
  });
  const flow = fc.oneof(drawn, fc.constantFrom(...knowledge.articles.map((each) => each.flow)));
  const known = fc.func(
    fc.constantFrom('healthy', 'unhealthy', undefined),
  ) as fc.Arbitrary<KnownVerdict>;

  /** Whether one would come back to a check by going on from it. */
  const isInRing = (all: Flow, verdicts: KnownVerdict, from: string): boolean =>
    settle(all, verdicts, from).node === from && settle(all, verdicts, from).passed.length > 0;

  const targetsOf = ({ start, nodes }: Flow) => [
    start,
    ...Object.values(nodes).flatMap((each) => {
      if (each.kind === 'outcome') return [];
      if (each.kind === 'instruction') return [each.next];
      const answers = each.answers.map(({ next }) => next);
      return each.kind === 'check' ? [each.healthy, each.unhealthy, ...answers] : answers;
    }),
  ];

  test('no step is lost, and none changes but in where it leads', () => {
    fc.assert(
      fc.property(flow, known, (all, verdicts) => {
        const resolved = resolveChecks(all, verdicts);
        expect(Object.keys(resolved.nodes)).toEqual(Object.keys(all.nodes));
        for (const [name, before] of Object.entries(all.nodes)) {
          const after = resolved.nodes[name];
          expect(after?.kind).toBe(before.kind);
          if (before.kind === 'question' && after?.kind === 'question') {
            expect(after.answers.map(({ label }) => label)).toEqual(
              before.answers.map(({ label }) => label),
            );
          }
        }
      }),
    );
  });

  test('nothing leads to a check that is known, but where that goes round in a ring', () => {
    fc.assert(
      fc.property(flow, known, (all, verdicts) => {
        for (const target of targetsOf(resolveChecks(all, verdicts))) {
          const at = all.nodes[target];
          if (at?.kind !== 'check' || verdicts(at.check) === undefined) continue;
          expect(isInRing(all, verdicts, target)).toBe(true);
        }
      }),
    );
  });

  test('with nothing known the flow is as it was', () => {
    fc.assert(
      fc.property(flow, (all) => {
        expect(resolveChecks(all, nothing)).toEqual(all);
        expect(settle(all, nothing, all.start)).toEqual({ node: all.start, passed: [] });
      }),
    );
  });
});
