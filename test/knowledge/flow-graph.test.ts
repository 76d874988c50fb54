import { describe, expect, it } from 'vitest';
import type { Flow, FlowNode } from '../../src/knowledge/article-schema.ts';
import { itStretch, nodesInOrder, pathsOf } from '../../src/knowledge/flow-graph.ts';
import { goodArticle } from './good-content.ts';

const question = (who: 'anyone' | 'it', answers: Record<string, string>): FlowNode => ({
  kind: 'question',
  who,
  ask: 'What is it?',
  answers: Object.entries(answers).map(([label, next]) => ({ label, next })),
});
const instruction = (who: 'anyone' | 'it', next: string): FlowNode => ({
  kind: 'instruction',
  who,
  title: 'Do it',
  steps: ['Do it.'],
  details: [],
  changes: [],
  next,
});
const outcome = (result: 'fixed' | 'escalate'): FlowNode => ({
  kind: 'outcome',
  result,
  title: 'The end',
  text: 'The end.',
  desk: 'local-it',
});

describe('an IT stretch', () => {
  it('holds every IT step up to the next step for everybody, in order', () => {
    const { items, exit } = itStretch(goodArticle().flow, 'hinge');
    expect(items.map(({ nodeId }) => nodeId)).toEqual(['hinge', 'oil']);
    expect(exit).toBe('try-again');
  });

  it('turns the answer that leads to a step into its condition', () => {
    const { items } = itStretch(goodArticle().flow, 'hinge');
    expect(items.map(({ condition }) => condition)).toEqual([undefined, ['the hinge is dry']]);
  });

  it('names each of several answers that lead to the same step', () => {
    const flow: Flow = {
      start: 'service',
      nodes: {
        service: question('it', { 'The service is stopped': 'start', 'It runs': 'ports' }),
        ports: question('it', { 'NHS ports are closed': 'start', 'One port is open': 'update' }),
        start: instruction('it', 'try'),
        update: instruction('it', 'try'),
        try: question('anyone', { 'It works now': 'fixed', 'Same problem': 'desk' }),
        fixed: outcome('fixed'),
        desk: outcome('escalate'),
      },
    };
    expect(itStretch(flow, 'service').items.map((item) => [item.nodeId, item.condition])).toEqual([
      ['service', undefined],
      ['ports', ['it runs']],
      ['start', ['the service is stopped', 'NHS ports are closed']],
      ['update', ['one port is open']],
    ]);
  });

  it('puts no condition on a step that comes in any case', () => {
    const flow: Flow = {
      start: 'left',
      nodes: {
        left: question('it', { 'Something is left': 'clear', 'Nothing is left': 'set-up' }),
        clear: instruction('it', 'set-up'),
        'set-up': instruction('it', 'try'),
        try: question('anyone', { 'It works now': 'fixed', 'Same problem': 'desk' }),
        fixed: outcome('fixed'),
        desk: outcome('escalate'),
      },
    };
    const conditions = itStretch(flow, 'left').items.map(({ condition }) => condition);
    expect(conditions).toEqual([undefined, ['something is left'], undefined]);
  });

  it('ends a case at the first outcome that hands over when nothing else follows', () => {
    const flow: Flow = {
      start: 'which',
      nodes: {
        which: question('it', { 'The value is odd': 'fixed', 'The value is wrong': 'desk' }),
        fixed: outcome('fixed'),
        desk: outcome('escalate'),
      },
    };
    expect(itStretch(flow, 'which')).toMatchObject({ exit: undefined, outcome: 'desk' });
    expect(pathsOf(flow, 'staff')).toEqual([
      { steps: [{ nodeId: 'which', done: true, handOver: true }], outcome: 'desk' },
    ]);
  });
});

describe('the paths of a flow', () => {
  it('go through every step for IT', () => {
    const paths = pathsOf(goodArticle().flow, 'it');
    expect(paths).toHaveLength(5);
    expect(paths[2]).toEqual({
      steps: [
        { nodeId: 'pushed', answerIndex: 0 },
        { nodeId: 'hinge', answerIndex: 1 },
        { nodeId: 'oil', done: true, handOver: false },
        { nodeId: 'try-again', answerIndex: 0 },
      ],
      outcome: 'fixed',
    });
  });

  it('take an IT stretch in one step for staff', () => {
    const paths = pathsOf(goodArticle().flow, 'staff');
    expect(paths).toHaveLength(3);
    expect(paths[0]?.steps.map(({ nodeId }) => nodeId)).toEqual(['pushed', 'hinge', 'try-again']);
    expect(paths[0]?.steps[1]).toEqual({ nodeId: 'hinge', done: true, handOver: true });
  });
});

it('nodes come in the order people meet them, each once', () => {
  const { flow } = goodArticle();
  expect(nodesInOrder(flow, flow.start)).toEqual([
    'pushed',
    'hinge',
    'oil',
    'try-again',
    'fixed',
    'locked',
  ]);
});
