import type { Flow, FlowNode } from './article-schema.ts';
import { type ItStretch, isForIt, itStretch, nodesInOrder } from './flow-graph.ts';

/** What is known of a check. Undefined: nothing that holds. */
export type KnownVerdict = (check: string) => 'healthy' | 'unhealthy' | undefined;

/** Where a check node leads when its check has a verdict. */
function passedTo(node: FlowNode | undefined, known: KnownVerdict): string | undefined {
  if (node?.kind !== 'check') return undefined;
  const verdict = known(node.check);
  return verdict && node[verdict];
}

/**
 * Follows checks whose verdict is known to the first node that has to be shown.
 *
 * @returns that node, and the check nodes passed on the way
 */
export function settle(
  flow: Flow,
  known: KnownVerdict,
  nodeId: string,
): { node: string; passed: string[] } {
  const passed: string[] = [];
  let node = nodeId;
  for (;;) {
    const next = passedTo(flow.nodes[node], known);
    // A ring of checks would be passed for ever: the person is asked.
    if (next === undefined || passed.includes(node)) return { node, passed };
    passed.push(node);
    node = next;
  }
}

/** The node with every way out of it leading past checks whose verdict is known. */
function resolvedNode(flow: Flow, known: KnownVerdict, node: FlowNode): FlowNode {
  const past = (id: string) => settle(flow, known, id).node;
  switch (node.kind) {
    case 'outcome':
      return node;
    case 'instruction':
      return { ...node, next: past(node.next) };
    case 'question':
      return { ...node, answers: node.answers.map((each) => ({ ...each, next: past(each.next) })) };
    case 'check':
      return {
        ...node,
        healthy: past(node.healthy),
        unhealthy: past(node.unhealthy),
        answers: node.answers.map((each) => ({ ...each, next: past(each.next) })),
      };
  }
}

/** The flow without the questions that checks have answered. Every node stays; nothing leads to those. */
export function resolveChecks(flow: Flow, known: KnownVerdict): Flow {
  const nodes = Object.entries(flow.nodes).map(
    ([id, node]) => [id, resolvedNode(flow, known, node)] as const,
  );
  return { start: settle(flow, known, flow.start).node, nodes: Object.fromEntries(nodes) };
}

/** Checks that come after a step of a stretch that may change them. */
function changedOnTheWay(flow: Flow, nodeId: string): Set<string> {
  const changed = nodesInOrder(flow, nodeId, isForIt).flatMap((id) => {
    const step = flow.nodes[id];
    if (step?.kind !== 'instruction') return [];
    const after = nodesInOrder(flow, id, isForIt).map((each) => flow.nodes[each]);
    const asked = after.flatMap((node) => (node?.kind === 'check' ? [node.check] : []));
    return step.changes.filter((check) => asked.includes(check));
  });
  return new Set(changed);
}

/**
 * What IT has to do from a node on, without the questions that checks have answered. A check that an
 * earlier step of the same stretch may change is asked all the same: what was found is from before it.
 */
export function resolvedStretch(flow: Flow, nodeId: string, known: KnownVerdict): ItStretch {
  const changed = changedOnTheWay(flow, nodeId);
  const holds: KnownVerdict = (check) => (changed.has(check) ? undefined : known(check));
  return itStretch(resolveChecks(flow, holds), nodeId);
}
