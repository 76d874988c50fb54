import { checkMyPc } from '../../knowledge/check-my-pc.ts';
import type { Finding } from '../../knowledge/checks/finding.ts';
import type { Topic } from '../../knowledge/knowledge.ts';
import { mostLikely } from '../../knowledge/most-likely.ts';
import type { Case } from '../case.ts';
import { currentStep } from '../troubleshoot/current-step.ts';
import { moveTo } from '../troubleshoot/moves.ts';
import type { Turn } from '../turn.ts';
import { pcName } from './found-panel.ts';
import { goOnWithSteps, goToFix } from './go-on-with-steps.ts';
import { mergeFindings, verdictsOf } from './verdicts.ts';

/** A case and its topic, which a check of the PC alone may change. */
export interface Troubled {
  topic: Topic;
  trouble: Case;
}

/**
 * A check of the PC alone becomes a case about the likeliest trouble. A fault by itself leads to its
 * fix; a setting that only matters with the right symptom leads to the first question about it.
 */
function nameTheTrouble(turn: Turn, trouble: Case): Troubled & { isCertain: boolean } {
  const likely = mostLikely(verdictsOf(trouble));
  const topic = likely && turn.knowledge.topics.get(likely.topic);
  if (!topic) return { topic: checkMyPc, trouble, isCertain: false };
  return {
    topic,
    trouble: { ...trouble, topicId: topic.id, node: topic.flow.start },
    isCertain: likely.certain,
  };
}

/** The fault is gone: on from its fix to trying it out. Anywhere else the step stays. */
function pastFix(topic: Topic, trouble: Case, now: string): Case {
  const step = currentStep(topic, trouble);
  const next =
    step.kind === 'instruction'
      ? step.node.next
      : step.kind === 'hand-over'
        ? (step.exit ?? step.outcome)
        : undefined;
  if (next === undefined || !trouble.pc) return trouble;
  return moveTo(topic, trouble, next, now, {
    node: trouble.node,
    asked: `Check of ${pcName(trouble.pc)}`,
    answered: 'What was wrong is put right',
  });
}

/** Whether this run looked again at something that was wrong, and all of it is well now. */
function isPutRight(before: readonly Finding[], found: readonly Finding[]): boolean {
  const renewed = new Set(found.map(({ check }) => check));
  const hadFault = before.some(
    ({ check, verdict }) => verdict === 'unhealthy' && renewed.has(check),
  );
  return hadFault && found.every(({ verdict }) => verdict === 'healthy');
}

/** What was found, kept on the case, and the case moved to what follows from it. */
export function takeFound(turn: Turn, known: Troubled, findings: readonly Finding[]): Troubled {
  const { now } = turn;
  const { pc } = known.trouble;
  if (!pc) return known;
  const { out, ...rest } = pc;
  const kept: Case = {
    ...known.trouble,
    updatedAt: now,
    pc: { ...rest, findings: mergeFindings(pc.findings, findings) },
  };
  // The person went on, or the case has ended: what they have in front of them stays.
  if (pc.stage !== 'checking' || kept.status !== 'open') return { ...known, trouble: kept };

  const named =
    known.topic.id === checkMyPc.id
      ? nameTheTrouble(turn, kept)
      : { topic: known.topic, trouble: kept, isCertain: true };
  const { topic } = named;
  const waiting = goOnWithSteps(topic, named.trouble, now);
  const fixing = named.isCertain ? goToFix(topic, waiting, now) : waiting;
  const moved =
    fixing === waiting && isPutRight(pc.findings, findings) ? pastFix(topic, waiting, now) : fixing;
  return {
    topic,
    trouble: moved.pc ? { ...moved, pc: { ...moved.pc, shownAt: moved.step } } : moved,
  };
}
