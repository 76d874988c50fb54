import { type Path, pathsOf } from '../../src/knowledge/flow-graph.ts';
import type { Topic } from '../../src/knowledge/knowledge.ts';

export const roleTitles = {
  staff: 'I am not in IT',
  it: 'I am in IT, with admin rights',
} as const;

/** The button a step of a path presses, by the words a person sees. */
export function pressOf(topic: Topic, step: Path['steps'][number]): string {
  if (!('answerIndex' in step)) return step.handOver ? 'IT has done this' : 'I have done this';
  const node = topic.flow.nodes[step.nodeId];
  if (!node || !('answers' in node)) throw new Error(`${step.nodeId} has no answers`);
  return node.answers[step.answerIndex]?.label ?? '';
}

/** What the card of a step says above its buttons. */
export function headingOf(topic: Topic, step: Path['steps'][number]): string {
  if ('handOver' in step && step.handOver) return 'Your IT team needs to do the next part';
  const node = topic.flow.nodes[step.nodeId];
  if (!node) throw new Error(`${step.nodeId} is gone`);
  return 'ask' in node ? node.ask : node.title;
}

/** The way through a flow to a fix that visits the most steps: what a browser has to show once. */
export function longestFix(topic: Topic, role: 'staff' | 'it'): Path {
  const fixes = pathsOf(topic.flow, role).filter(({ outcome }) => {
    const node = topic.flow.nodes[outcome];
    return node?.kind === 'outcome' && node.result === 'fixed';
  });
  const [longest] = fixes.sort((a, b) => b.steps.length - a.steps.length);
  if (!longest) throw new Error(`${topic.id} has no fix`);
  return longest;
}
