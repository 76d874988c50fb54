import { expect } from 'vitest';
import type { CardModel } from '../../../src/cards/card-model.ts';
import type { Case } from '../../../src/dialogs/case.ts';
import { isForIt, nodesInOrder } from '../../../src/knowledge/flow-graph.ts';
import type { Topic } from '../../../src/knowledge/knowledge.ts';

/** Checks of which the case holds a finding that answers their question. */
function known({ pc }: Case): Set<string> {
  const holding = pc?.findings.filter(({ verdict, isOld }) => verdict !== 'cannot-tell' && !isOld);
  return new Set(holding?.map(({ check }) => check));
}

/**
 * The card asks nothing that a finding answers. A step for IT may have to ask after a change that is
 * part of the same stretch: what was found is from before it.
 */
export function expectNothingKnownAsked(topic: Topic, trouble: Case, card: CardModel): void {
  if (card.card !== 'step') return;
  const answered = known(trouble);
  const changed = nodesInOrder(topic.flow, trouble.node, isForIt).flatMap((id) => {
    const node = topic.flow.nodes[id];
    return node?.kind === 'instruction' ? node.changes : [];
  });
  const headings = [card.heading, ...card.handOver.map(({ title }) => title)];
  for (const node of Object.values(topic.flow.nodes)) {
    if (node.kind !== 'check' || !answered.has(node.check)) continue;
    if (card.handOver.length > 0 && changed.includes(node.check)) continue;
    expect(headings, `${node.check} is known and asked all the same`).not.toContain(node.ask);
  }
}

/** Whatever is shown, there is something to press, and help is in its place. */
export function expectWayOn(card: CardModel): void {
  if (card.card === 'step') {
    expect(card.answers.length).toBeGreaterThan(0);
    expect(card.footer[0]?.title).toBe('Get help from the service desk');
  }
  if (card.card === 'outcome') {
    expect(card.answers.length + card.footer.length).toBeGreaterThan(1);
    const isHandedOver = card.facts.length > 0;
    if (!isHandedOver) expect(card.footer[0]?.title).toBe('Get help from the service desk');
  }
}
