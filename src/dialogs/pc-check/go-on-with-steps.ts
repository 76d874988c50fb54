import type { Topic } from '../../knowledge/knowledge.ts';
import type { Case } from '../case.ts';
import { moveTo, statusAt } from '../troubleshoot/moves.ts';
import type { Turn } from '../turn.ts';
import { nameTheTrouble } from './name-the-trouble.ts';
import { likeliestFault } from './verdicts.ts';

/**
 * Leaves the PC alone and shows the step the case is at.
 *
 * @param note why, said on the next card
 */
export function goOnWithSteps(topic: Topic, trouble: Case, now: string, note?: string): Case {
  if (!trouble.pc) return trouble;
  const step = trouble.step + 1;
  return {
    ...trouble,
    step,
    // A check of the PC without a problem named leads to no steps: it ends by asking what is wrong.
    status: trouble.status === 'open' ? statusAt(topic, trouble.node) : trouble.status,
    updatedAt: now,
    pc: {
      ...trouble.pc,
      stage: 'settled',
      ...(note === undefined ? {} : { note: { step, text: note } }),
    },
  };
}

/** Goes to the fix of the likeliest fault that was found. Without one the case stays where it is. */
export function goToFix(topic: Topic, trouble: Case, now: string): Case {
  const fault = likeliestFault(topic, trouble);
  if (!fault) return trouble;
  const pc = trouble.pc?.consent?.pc.name ?? 'the PC';
  return moveTo(topic, trouble, fault.fix, now, {
    node: trouble.node,
    asked: `Check of ${pc}`,
    answered: fault.finding.reason,
  });
}

/** Shows the findings in full on the card of the step a case is at. */
export function showFindings(trouble: Case): Case {
  return trouble.pc ? { ...trouble, pc: { ...trouble.pc, shownAt: trouble.step } } : trouble;
}

/**
 * From the message about a PC that answered late to the fix. Nothing moves for somebody who is there
 * already, whose case is over, or who is having the PC looked at once more.
 */
export function goToLateFix(turn: Turn, topic: Topic, trouble: Case): Case {
  const isOver = trouble.status === 'fixed' || trouble.status === 'closed';
  if (isOver || trouble.pc?.stage !== 'settled') return trouble;
  const named = nameTheTrouble(turn, { topic, trouble });
  const fault = likeliestFault(named.topic, named.trouble);
  const isThere = trouble.status === 'open' && trouble.node === fault?.fix;
  if (!fault || isThere) return trouble;
  const opened: Case = {
    ...named.trouble,
    status: 'open',
    step: trouble.step + 1,
    updatedAt: turn.now,
  };
  return showFindings(named.isCertain ? goToFix(named.topic, opened, turn.now) : opened);
}
