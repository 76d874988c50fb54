import type {
  Check,
  FlowNode,
  Instruction,
  Outcome,
  Question,
} from '../../knowledge/article-schema.ts';
import { checkMyPc } from '../../knowledge/check-my-pc.ts';
import type { ItStretch } from '../../knowledge/flow-graph.ts';
import type { Topic } from '../../knowledge/knowledge.ts';
import { resolvedStretch } from '../../knowledge/resolve-checks.ts';
import type { Case } from '../case.ts';
import { pcStep } from '../pc-check/pc-step.ts';
import { verdictsOf } from '../pc-check/verdicts.ts';
import type { PcCheck } from '../pc-check.ts';

/** What the person has in front of them, worked out from the case and the flow as it is now. */
export type CurrentStep =
  /** The first question: who the person is. */
  | { kind: 'role' }
  /** The PC itself is, or could be, looked at. */
  | { kind: 'pc'; pc: PcCheck }
  | { kind: 'question'; node: Question | Check }
  | { kind: 'instruction'; node: Instruction }
  /** The person is staff and the next part needs admin rights. */
  | ({ kind: 'hand-over' } & ItStretch)
  | { kind: 'outcome'; node: Outcome };

/**
 * The step a case stands at. A node that a newer version of the article no longer has sends the
 * person to the start of the flow.
 */
export function currentStep(topic: Topic, trouble: Case): CurrentStep {
  const pc = pcStep(topic, trouble);
  if (pc) return { kind: 'pc', pc };
  // A check of the PC alone has no steps that need to know who the person is.
  const needsRole = topic.id !== checkMyPc.id && topic.flow.nodes[trouble.node]?.kind !== 'outcome';
  if (trouble.role === undefined && needsRole) {
    return { kind: 'role' };
  }
  const id = topic.flow.nodes[trouble.node] ? trouble.node : topic.flow.start;
  const node = topic.flow.nodes[id] as FlowNode;
  if (node.kind === 'outcome') return { kind: 'outcome', node };
  if (node.who === 'it' && trouble.role === 'staff') {
    return { kind: 'hand-over', ...resolvedStretch(topic.flow, id, verdictsOf(trouble)) };
  }
  if (node.kind === 'instruction') return { kind: 'instruction', node };
  return { kind: 'question', node };
}
