import type { Finding } from '../../knowledge/checks/finding.ts';
import type { Topic } from '../../knowledge/knowledge.ts';
import type { Case } from '../case.ts';

/** The finding of a check that still holds. */
function freshFinding(trouble: Case, check: string): Finding | undefined {
  return trouble.pc?.findings.find((finding) => finding.check === check && !finding.isOld);
}

/** What is known of a check. Undefined: nothing, or it could not tell, or something was done since. */
export function verdictsOf(trouble: Case): (check: string) => 'healthy' | 'unhealthy' | undefined {
  return (check) => {
    const verdict = freshFinding(trouble, check)?.verdict;
    return verdict === 'cannot-tell' ? undefined : verdict;
  };
}

/** The likeliest of the faults that were found, and the step where its fix begins. */
export function likeliestFault(
  topic: Topic,
  trouble: Case,
): { finding: Finding; fix: string } | undefined {
  for (const { check, fix } of topic.checks?.causes ?? []) {
    const finding = freshFinding(trouble, check);
    if (finding?.verdict === 'unhealthy') return { finding, fix };
  }
  return undefined;
}

/** What the last look brought: findings that hold, those it was about first. */
export function lastLook({ pc }: Case): { renewed: Finding[]; others: Finding[] } {
  const current = pc?.findings.filter(({ isOld }) => !isOld) ?? [];
  const asked = new Set(pc?.consent?.checks);
  return {
    renewed: current.filter(({ check }) => asked.has(check)),
    others: current.filter(({ check }) => !asked.has(check)),
  };
}

/** Of what was wrong before the last look: what it found well. Empty unless all of it is. */
export function putRight(trouble: Case): readonly string[] {
  const wrong = trouble.pc?.consent?.wrong ?? [];
  return wrong.every((check) => freshFinding(trouble, check)?.verdict === 'healthy') ? wrong : [];
}

// Asking again may bring an answer. What is denied or not supported stays so.
const passing = new Set(['offline', 'timeout', 'error']);

/** The checks that are worth asking again: what was wrong, what may have changed, what did not answer. */
export function checksToRepeat(topic: Topic, trouble: Case): string[] {
  if (!trouble.pc?.consent) return [];
  const used = new Set(topic.checks?.causes.map(({ check }) => check));
  return trouble.pc.findings
    .filter(
      ({ check, verdict, isOld, notAsked }) =>
        used.has(check) &&
        (isOld || verdict === 'unhealthy' || (notAsked !== undefined && passing.has(notAsked))),
    )
    .map(({ check }) => check);
}

/** Findings that something just done may have changed no longer hold. */
export function outdate(trouble: Case, changed: readonly string[]): Case {
  if (!trouble.pc || changed.length === 0) return trouble;
  const findings = trouble.pc.findings.map((finding) =>
    changed.includes(finding.check) ? { ...finding, isOld: true } : finding,
  );
  return { ...trouble, pc: { ...trouble.pc, findings } };
}

// A shift. A PC that was looked at longer ago may be another PC by now.
const holdsMs = 8 * 60 * 60 * 1_000;

/** Findings from another shift no longer hold. */
export function outdateBy(trouble: Case, now: string): Case {
  const past = Date.parse(now) - holdsMs;
  const old = trouble.pc?.findings.filter(({ at, isOld }) => !isOld && Date.parse(at) < past) ?? [];
  return outdate(
    trouble,
    old.map(({ check }) => check),
  );
}

/** What was fixed and has come back is to be looked at anew. */
export function outdateAll(trouble: Case): Case {
  return outdate(trouble, trouble.pc?.findings.map(({ check }) => check) ?? []);
}

/** New findings in place of older ones of the same checks. */
export function mergeFindings(
  before: readonly Finding[],
  found: readonly Finding[],
): readonly Finding[] {
  const renewed = new Set(found.map(({ check }) => check));
  return [...found, ...before.filter(({ check }) => !renewed.has(check))];
}
