import type { Finding } from '../../knowledge/checks/finding.ts';
import type { Topic } from '../../knowledge/knowledge.ts';
import { resolvedStretch } from '../../knowledge/resolve-checks.ts';
import type { Case } from '../case.ts';
import { currentStep } from '../troubleshoot/current-step.ts';
import { moveTo, passAnswered } from '../troubleshoot/moves.ts';
import type { Turn } from '../turn.ts';
import { tidyFinding } from './from-outside.ts';
import { goOnWithSteps, goToFix, showFindings } from './go-on-with-steps.ts';
import { nameTheTrouble, type Troubled } from './name-the-trouble.ts';
import { pcName } from './pc-name.ts';
import { likeliestFault, mergeFindings, putRight, verdictsOf } from './verdicts.ts';

/** Where the flow goes on after the fix at hand. Undefined where the step at hand is no fix of these. */
function afterFix(topic: Topic, trouble: Case, checks: readonly string[]): string | undefined {
  const step = currentStep(topic, trouble);
  const node = topic.flow.nodes[trouble.node];
  const isItsFix =
    topic.checks?.causes.some(({ check, fix }) => fix === trouble.node && checks.includes(check)) ||
    (node?.kind === 'instruction' && node.changes.some((check) => checks.includes(check)));
  if (!isItsFix) return undefined;
  if (step.kind === 'instruction') return step.node.next;
  // A fix that begins with a question, and one that IT does for somebody, come out at the same step.
  const { exit, outcome } = resolvedStretch(topic.flow, trouble.node, verdictsOf(trouble));
  return step.kind === 'hand-over' || step.kind === 'question' ? (exit ?? outcome) : undefined;
}

/** The fault is gone: on from its fix to trying it out. Anywhere else the step stays. */
function goPastFix(topic: Topic, trouble: Case, now: string): Case {
  const next = afterFix(topic, trouble, putRight(trouble));
  if (next === undefined || !trouble.pc) return trouble;
  return moveTo(topic, trouble, next, now, {
    node: trouble.node,
    asked: `Check of ${pcName(trouble.pc)}`,
    answered: 'What was wrong is put right',
  });
}

function followFindings(topic: Topic, trouble: Case, isCertain: boolean, now: string): Case {
  const fixing = isCertain ? goToFix(topic, trouble, now) : trouble;
  if (fixing !== trouble) return fixing;
  const past = goPastFix(topic, trouble, now);
  return past === trouble ? passAnswered(topic, trouble, now) : past;
}

/** What was found, kept on the case, and the case moved to what follows from it. */
export function takeFound(turn: Turn, known: Troubled, findings: readonly Finding[]): Troubled {
  const { pc } = known.trouble;
  if (!pc) return known;
  const { out, ...rest } = pc;
  const kept: Case = {
    ...known.trouble,
    pc: {
      ...rest,
      // Handed over while the run was out: the card that waits for it would wait for ever.
      stage: known.trouble.status === 'open' ? pc.stage : 'settled',
      findings: mergeFindings(pc.findings, findings.map(tidyFinding)),
    },
  };
  // The person went on, or the case has ended: the step they have in front of them stays. To a fault
  // a message leads, so that two things to do are never on one card.
  if (pc.stage !== 'checking' || kept.status !== 'open') {
    const isFault = kept.status === 'open' && likeliestFault(known.topic, kept) !== undefined;
    return { ...known, trouble: isFault ? kept : showFindings(kept) };
  }

  const { topic, trouble, isCertain } = nameTheTrouble(turn, { ...known, trouble: kept });
  const waiting = goOnWithSteps(topic, trouble, turn.now);
  return { topic, trouble: showFindings(followFindings(topic, waiting, isCertain, turn.now)) };
}
