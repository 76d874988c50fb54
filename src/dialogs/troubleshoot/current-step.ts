import type {
  Check,
  FlowNode,
  Instruction,
  Outcome,
  Question,
} from '../../knowledge/article-schema.ts';
import { type ItStretch, itStretch } from '../../knowledge/flow-graph.ts';
import type { Topic } from '../../knowledge/knowledge.ts';
import type { Case } from '../case.ts';

/** What the person has in front of them, worked out from the case and the flow as it is now. */
export type CurrentStep =
  /** The first question: who the person is. */
  | { kind: 'role' }
  | { kind: 'question'; node: Question | Check }
  | { kind: 'instruction'; node: Instruction }
  /** The person is staff and the next part needs admin rights. */
  | ({ kind: 'hand-over' } & ItStretch)
  | { kind: 'outcome'; node: Outcome };

/**
 * The step a case stands at. A node that a newer version of the article no longer has sends the
 * person to the start of the flow.
 */
export function currentStep(topic: Topic, trouble: Pick<Case, 'role' | 'node'>): CurrentStep {
  if (trouble.role === undefined) return { kind: 'role' };
  const id = topic.flow.nodes[trouble.node] ? trouble.node : topic.flow.start;
  const node = topic.flow.nodes[id] as FlowNode;
  if (node.kind === 'outcome') return { kind: 'outcome', node };
  if (node.who === 'it' && trouble.role === 'staff') {
    return { kind: 'hand-over', ...itStretch(topic.flow, id) };
  }
  if (node.kind === 'instruction') return { kind: 'instruction', node };
  return { kind: 'question', node };
}
