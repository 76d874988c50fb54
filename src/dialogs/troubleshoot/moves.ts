import type { Topic } from '../../knowledge/knowledge.ts';
import { settle } from '../../knowledge/resolve-checks.ts';
import type { Case, CaseStatus, Role, TrailEntry } from '../case.ts';
import { outdate, verdictsOf } from '../pc-check/verdicts.ts';
import { currentStep } from './current-step.ts';

/** The words a role is answered with, on the card and in the summary. */
export const roleLabels: Record<Role, string> = {
  staff: 'I am not in IT',
  it: 'I am in IT, with admin rights',
};

export const roleQuestion = 'Do you work in IT?';

/** How a case stands that has come to a node. */
export function statusAt(topic: Topic, nodeId: string): CaseStatus {
  const node = topic.flow.nodes[nodeId];
  if (node?.kind !== 'outcome') return 'open';
  return node.result === 'fixed' ? 'fixed' : 'escalated';
}

/** What a check answered in the person's place, as an entry of the trail. */
function answeredByCheck(topic: Topic, trouble: Case, nodeId: string, now: string): TrailEntry[] {
  const node = topic.flow.nodes[nodeId];
  const finding =
    node?.kind === 'check' && trouble.pc?.findings.find(({ check }) => check === node.check);
  if (!finding) return [];
  const answered = `${finding.reason} (checked on ${trouble.pc?.consent?.pc.name ?? 'the PC'})`;
  return [{ node: nodeId, asked: node.ask, answered, at: now, byCheck: true }];
}

/**
 * Every move ends here: one step further, at a node, with one more entry on the trail. Questions that
 * a check of the PC has answered are passed.
 */
export function moveTo(
  topic: Topic,
  trouble: Case,
  to: string,
  now: string,
  entry: Omit<TrailEntry, 'at'>,
): Case {
  const { node, passed } = settle(topic.flow, verdictsOf(trouble), to);
  return {
    ...trouble,
    node,
    status: statusAt(topic, node),
    step: trouble.step + 1,
    updatedAt: now,
    trail: [
      ...trouble.trail,
      { ...entry, at: now },
      ...passed.flatMap((id) => answeredByCheck(topic, trouble, id, now)),
    ],
  };
}

/** Passes the question at hand, and those after it, when a check of the PC has answered them. */
export function passAnswered(topic: Topic, trouble: Case, now: string): Case {
  const { node, passed } = settle(topic.flow, verdictsOf(trouble), trouble.node);
  if (passed.length === 0 || trouble.status !== 'open') return trouble;
  return {
    ...trouble,
    node,
    status: statusAt(topic, node),
    step: trouble.step + 1,
    updatedAt: now,
    trail: [...trouble.trail, ...passed.flatMap((id) => answeredByCheck(topic, trouble, id, now))],
  };
}

/** A new case at the first step. With a known role the role question is not asked again. */
export function openCase(
  topic: Topic,
  { id, role, said, now }: { id: string; role: Role | undefined; said: string; now: string },
): Case {
  return {
    id,
    topicId: topic.id,
    role,
    node: topic.flow.start,
    step: 1,
    status: 'open',
    said,
    trail: [],
    openedAt: now,
    updatedAt: now,
  };
}

export function chooseRole(topic: Topic, trouble: Case, role: Role, now: string): Case {
  if (trouble.role !== undefined) return trouble;
  const entry = { node: 'role', asked: roleQuestion, answered: roleLabels[role] };
  const next = { ...moveTo(topic, trouble, trouble.node, now, entry), role };
  // What was found is shown with the first step that follows from it, not with this question alone.
  return trouble.pc?.shownAt === trouble.step && next.pc
    ? { ...next, pc: { ...next.pc, shownAt: next.step } }
    : next;
}

/** Answers the question shown. An answer the question does not have changes nothing. */
export function answerQuestion(topic: Topic, trouble: Case, index: number, now: string): Case {
  const step = currentStep(topic, trouble);
  if (step.kind !== 'question') return trouble;
  const answer = step.node.answers[index];
  if (!answer) return trouble;
  const entry = { node: trouble.node, asked: step.node.ask, answered: answer.label };
  return moveTo(topic, trouble, answer.next, now, entry);
}

/** The instruction shown is done, by the person or by their IT team. */
export function finishInstruction(topic: Topic, trouble: Case, now: string): Case {
  const step = currentStep(topic, trouble);
  if (step.kind === 'instruction') {
    // The steps made from a code entry have no title of their own to tell what was tried.
    const asked = topic.why === undefined ? step.node.steps.join(' ') : step.node.title;
    const entry = { node: trouble.node, asked, answered: 'Done' };
    return moveTo(topic, outdate(trouble, step.node.changes), step.node.next, now, entry);
  }
  const after = step.kind === 'hand-over' ? (step.exit ?? step.outcome) : undefined;
  if (step.kind === 'hand-over' && after !== undefined) {
    const done = step.items.flatMap(({ node }) => (node.kind === 'instruction' ? [node] : []));
    const asked = done.map(({ title }) => title).join('; ');
    const changed = done.flatMap(({ changes }) => changes);
    const entry = { node: trouble.node, asked, answered: 'IT has done this' };
    return moveTo(topic, outdate(trouble, changed), after, now, entry);
  }
  return trouble;
}

/** Takes the last move back. On a case that ended this also opens it again. */
export function goBack(topic: Topic, trouble: Case, now: string): Case {
  // It ended in the middle of the flow, by asking for help or by working again: the step has not moved.
  if (trouble.status !== 'open' && currentStep(topic, trouble).kind !== 'outcome') {
    return { ...trouble, status: 'open', step: trouble.step + 1, updatedAt: now };
  }
  // What a check answered goes together with the answer before it, which the person gave. A question
  // that they answered and a check has answered since is not asked again.
  const isPassed = (id: string) => settle(topic.flow, verdictsOf(trouble), id).passed.length > 0;
  const at = trouble.trail.findLastIndex(({ byCheck, node }) => !byCheck && !isPassed(node));
  const last = trouble.trail[at];
  if (!last) return trouble;
  return {
    ...trouble,
    role: last.node === 'role' ? undefined : trouble.role,
    node: last.node === 'role' ? (trouble.trail[at + 1]?.node ?? trouble.node) : last.node,
    status: 'open',
    step: trouble.step + 1,
    updatedAt: now,
    trail: trouble.trail.slice(0, at),
  };
}

/** Whether there is a move to take back. */
export function canGoBack(topic: Topic, trouble: Case): boolean {
  return goBack(topic, trouble, trouble.updatedAt) !== trouble;
}

/** Sets how the case stands without moving in the flow: help asked for, works now, put away. */
export function setStatus(trouble: Case, status: CaseStatus, now: string): Case {
  if (trouble.status === status) return trouble;
  return { ...trouble, status, step: trouble.step + 1, updatedAt: now };
}
