import type { Flow, FlowNode } from './article-schema.ts';

/** Every node that can come straight after this one, in the order a person would see them. */
export function nextNodes(node: FlowNode): string[] {
  switch (node.kind) {
    case 'outcome':
      return [];
    case 'instruction':
      return [node.next];
    case 'question':
      return node.answers.map((answer) => answer.next);
    case 'check':
      return [...node.answers.map((answer) => answer.next), node.healthy, node.unhealthy];
  }
}

/** True for steps that only local IT can do. An outcome is for everybody. */
export function isForIt(node: FlowNode | undefined): boolean {
  return node !== undefined && node.kind !== 'outcome' && node.who === 'it';
}

/** Nodes reachable from `from`, each before the ones that follow it. Unknown targets are left out. */
export function nodesInOrder(
  flow: Flow,
  from: string,
  enter: (node: FlowNode) => boolean = () => true,
): string[] {
  const seen = new Set<string>();
  const finished: string[] = [];
  const visit = (id: string): void => {
    const node = flow.nodes[id];
    if (node === undefined || seen.has(id) || !enter(node)) return;
    seen.add(id);
    // Last answer first: reversed at the end, the first answer's steps come first.
    for (const next of [...new Set(nextNodes(node))].reverse()) visit(next);
    finished.push(id);
  };
  visit(from);
  return finished.reverse();
}

/** One step for IT on a hand-over card. */
export interface StretchItem {
  nodeId: string;
  node: FlowNode;
  /** When the step applies, ready to follow "If": any one of these. Absent: always. */
  condition?: string[];
}

/** What IT has to do before the person can go on alone. */
export interface ItStretch {
  items: StretchItem[];
  /** The step for everybody where the stretch comes out. Undefined when only outcomes follow. */
  exit: string | undefined;
  /** Where the case ends when there is no exit: the first outcome that hands over. */
  outcome: string | undefined;
}

/** Every step for everybody, and every outcome, that comes right after the IT steps from `nodeId`. */
export function waysOut(flow: Flow, nodeId: string): { exits: string[]; outcomes: string[] } {
  const members = nodesInOrder(flow, nodeId, isForIt);
  const after = new Set<string>();
  for (const id of members) {
    const node = flow.nodes[id];
    if (node === undefined) continue;
    for (const next of nextNodes(node)) {
      if (flow.nodes[next] !== undefined && !members.includes(next)) after.add(next);
    }
  }
  const ids = [...after];
  return {
    exits: ids.filter((id) => flow.nodes[id]?.kind !== 'outcome'),
    outcomes: ids.filter((id) => flow.nodes[id]?.kind === 'outcome'),
  };
}

/**
 * The IT steps a person without admin rights hands over in one go: every `it` node reachable from
 * `nodeId` without passing a step for everybody. Questions on the way become conditions.
 */
export function itStretch(flow: Flow, nodeId: string): ItStretch {
  const members = nodesInOrder(flow, nodeId, isForIt);
  const { exits, outcomes } = waysOut(flow, nodeId);
  const items = members.flatMap((id): StretchItem[] => {
    const node = flow.nodes[id];
    if (node === undefined) return [];
    const condition = conditionsFor(flow, members, id);
    return [{ nodeId: id, node, ...(condition.length > 0 ? { condition } : {}) }];
  });
  const handsOver = outcomes.find((id) => {
    const node = flow.nodes[id];
    return node?.kind === 'outcome' && node.result === 'escalate';
  });
  return { items, exit: exits[0], outcome: exits.length > 0 ? undefined : handsOver };
}

/** The answers that lead to a step for sure, where the question before them does not. */
function conditionsFor(flow: Flow, members: readonly string[], target: string): string[] {
  const found = new Set<string>();
  for (const id of members) {
    const node = flow.nodes[id];
    if (node?.kind !== 'question' && node?.kind !== 'check') continue;
    if (alwaysReaches(flow, members, id, target)) continue;
    for (const answer of node.answers) {
      if (alwaysReaches(flow, members, answer.next, target)) found.add(afterIf(answer.label));
    }
  }
  return [...found];
}

function alwaysReaches(
  flow: Flow,
  members: readonly string[],
  from: string,
  target: string,
): boolean {
  if (from === target) return true;
  const node = flow.nodes[from];
  if (node === undefined || !members.includes(from)) return false;
  return nextNodes(node).every((next) => alwaysReaches(flow, members, next, target));
}

/** "The service is stopped" reads "If the service is stopped"; names such as NHS keep their capitals. */
function afterIf(label: string): string {
  return /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

/** One thing a person does on the way: presses an answer, or says that the steps are done. */
export type PathStep =
  | { nodeId: string; answerIndex: number }
  /** `handOver`: a whole IT stretch, entered at this node. */
  | { nodeId: string; done: true; handOver: boolean };

/** One way through a flow, from its start to an outcome. */
export interface Path {
  steps: readonly PathStep[];
  outcome: string;
}

/** Every way through a flow that has passed the rules. For staff an IT stretch counts as one step. */
export function pathsOf(flow: Flow, role: 'staff' | 'it'): Path[] {
  const from = (id: string, steps: readonly PathStep[]): Path[] => {
    const node = flow.nodes[id];
    if (node === undefined) return [];
    if (node.kind === 'outcome') return [{ steps, outcome: id }];
    if (role === 'staff' && isForIt(node)) {
      const { exit, outcome } = itStretch(flow, id);
      const next = exit ?? outcome;
      if (next === undefined) return [];
      return from(next, [...steps, { nodeId: id, done: true, handOver: true }]);
    }
    if (node.kind === 'instruction') {
      return from(node.next, [...steps, { nodeId: id, done: true, handOver: false }]);
    }
    return node.answers.flatMap((answer, answerIndex) =>
      from(answer.next, [...steps, { nodeId: id, answerIndex }]),
    );
  };
  return from(flow.start, []);
}
