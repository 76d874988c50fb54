import type { Decision, Turn } from '../turn.ts';
import { outdateBy } from './verdicts.ts';

/**
 * Decides with findings of another shift set aside. A case that is shown is kept so, even when nothing
 * else has changed: its message is edited later from what is kept.
 */
export function forgetOldFindings(turn: Turn, decide: (turn: Turn) => Decision): Decision {
  const cases = turn.cases.map((trouble) => outdateBy(trouble, turn.now));
  const decision = decide({ ...turn, cases });
  const shown = new Set(
    decision.effects.flatMap((effect) => ('caseId' in effect ? [effect.caseId] : [])),
  );
  const changed = new Set(decision.cases.map(({ id }) => id));
  const forgotten = cases.filter(
    (trouble, index) =>
      trouble !== turn.cases[index] && shown.has(trouble.id) && !changed.has(trouble.id),
  );
  return forgotten.length === 0
    ? decision
    : { ...decision, cases: [...decision.cases, ...forgotten] };
}
