import { setStatus } from '../troubleshoot/moves.ts';
import type { Decision, Effect, Turn } from '../turn.ts';

/**
 * One person never has two open cases about one thing. A check of the PC alone that has become a case
 * about a trouble takes the place of one that was left open about it.
 */
export function closeOthersAbout(turn: Turn, decision: Decision): Decision {
  const named = decision.cases.find(({ id, topicId, status }) => {
    const before = turn.cases.find((each) => each.id === id);
    return status === 'open' && before !== undefined && before.topicId !== topicId;
  });
  if (!named) return decision;
  const left = turn.cases.filter(
    ({ id, topicId, status }) => id !== named.id && topicId === named.topicId && status === 'open',
  );
  return {
    ...decision,
    cases: [...decision.cases, ...left.map((each) => setStatus(each, 'closed', turn.now))],
    effects: [...decision.effects, ...left.map(({ id }): Effect => ({ kind: 'edit', caseId: id }))],
  };
}
