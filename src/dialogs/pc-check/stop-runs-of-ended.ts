import type { Case } from '../case.ts';
import type { Decision, Effect } from '../turn.ts';

/** Nobody waits for the PC of a problem that is over. A case that was handed over keeps its run: the desk wants to know. */
export function stopRunsOfEnded(decision: Decision): Decision {
  const stopped: Effect[] = [];
  const cases = decision.cases.map((trouble): Case => {
    const isOver = trouble.status === 'fixed' || trouble.status === 'closed';
    if (!isOver || !trouble.pc?.out) return trouble;
    const { out, ...pc } = trouble.pc;
    stopped.push({ kind: 'fleet', request: { kind: 'cancel', task: out.task } });
    return { ...trouble, pc: { ...pc, stage: 'settled' } };
  });
  return stopped.length === 0
    ? decision
    : { ...decision, cases, effects: [...decision.effects, ...stopped] };
}
