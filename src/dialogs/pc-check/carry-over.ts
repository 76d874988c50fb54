import { checkMyPc } from '../../knowledge/check-my-pc.ts';
import type { Topic } from '../../knowledge/knowledge.ts';
import type { Case } from '../case.ts';
import { passAnswered, setStatus } from '../troubleshoot/moves.ts';
import type { Turn } from '../turn.ts';

/** A check of the PC alone that is over, named no trouble, and found what still holds. */
function lastCheck({ cases }: Turn): Case | undefined {
  return cases.find(
    ({ topicId, status, pc }) =>
      topicId === checkMyPc.id &&
      status === 'open' &&
      pc?.stage === 'settled' &&
      pc.out === undefined &&
      pc.findings.some(({ isOld }) => !isOld),
  );
}

/**
 * Somebody who has had their PC checked and then says what is wrong is not asked for the PC again:
 * the new case knows what was found, and takes the place of the check.
 *
 * @returns the cases to keep, the new one first
 */
export function carryOver(turn: Turn, topic: Topic, opened: Case): [Case, ...Case[]] {
  const check = opened.pc && lastCheck(turn);
  if (!check?.pc) return [opened];
  const known: Case = { ...opened, pc: { ...check.pc, stage: 'settled' } };
  const ready = known.role === undefined ? known : passAnswered(topic, known, turn.now);
  return [ready, setStatus(check, 'closed', turn.now)];
}
