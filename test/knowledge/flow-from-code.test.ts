import { describe, expect, it } from 'vitest';
import { flowFromCode } from '../../src/knowledge/flow-from-code.ts';
import { isForIt, pathsOf, waysOut } from '../../src/knowledge/flow-graph.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { allRules } from '../../src/knowledge/rules/all-rules.ts';
import { topicFromCode } from '../../src/knowledge/topic-from-code.ts';
import { goodArticle, goodEntry } from './good-content.ts';
import { realContent } from './real-content.ts';

const { codes } = loadKnowledge({ ...realContent, today: '2026-11-22' });

describe('the flow of a code entry', () => {
  it('gives steps for anyone first, then the steps for IT, then the desk', () => {
    const paths = pathsOf(flowFromCode(goodEntry()), 'it');
    expect(paths.map(({ steps, outcome }) => [...steps.map((s) => s.nodeId), outcome])).toEqual([
      ['try-this', 'did-that-help', 'fixed'],
      ['try-this', 'did-that-help', 'it-steps', 'did-it-help', 'fixed'],
      ['try-this', 'did-that-help', 'it-steps', 'did-it-help', 'hand-over'],
    ]);
  });

  it('goes straight to the desk when IT has nothing to do', () => {
    const flow = flowFromCode({ ...goodEntry(), steps: { anyone: ['Push.'], it: [] } });
    expect(pathsOf(flow, 'staff').map(({ outcome }) => outcome)).toEqual(['fixed', 'hand-over']);
    expect(Object.values(flow.nodes).some(isForIt)).toBe(false);
  });

  it('begins with IT when staff can do nothing', () => {
    const flow = flowFromCode({ ...goodEntry(), steps: { anyone: [], it: ['Oil it.'] } });
    expect(flow.start).toBe('it-steps');
    expect(waysOut(flow, 'it-steps').exits).toEqual(['did-it-help']);
  });

  it('hands over to the desk of the entry', () => {
    const flow = flowFromCode({ ...goodEntry(), desk: 'registration-authority' });
    expect(flow.nodes['hand-over']).toMatchObject({ desk: 'registration-authority' });
  });
});

describe.each(codes.map((entry) => [entry.id, entry] as const))('%s', (_id, entry) => {
  const flow = flowFromCode(entry);

  it.each(['staff', 'it'] as const)('ends every path in an outcome for %s', (role) => {
    const outcomes = new Set(pathsOf(flow, role).map(({ outcome }) => outcome));
    expect(outcomes).toEqual(new Set(['fixed', 'hand-over']));
  });

  it('keeps the rules of every flow', () => {
    const article = { ...goodArticle(), id: 'made', flow };
    const findings = allRules.flatMap((rule) =>
      rule({
        articles: [{ file: 'made.yaml', article }],
        codes: { file: 'codes.yaml', entries: [] },
        articleIds: new Set(['made']),
        today: '2026-11-22',
      }),
    );
    expect(findings).toEqual([]);
  });

  it('is a topic with its meaning as the summary', () => {
    expect(topicFromCode(entry)).toMatchObject({ id: entry.id, summary: entry.meaning });
  });
});
