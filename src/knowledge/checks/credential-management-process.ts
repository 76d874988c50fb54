import { type Answers, answerOf, type CheckSettings } from './check.ts';
import type { NotAsked, Question } from './probe.ts';

/** Asks for copies in the person’s own session. Without a name there is nothing to ask for. */
export function processProbe({
  processName,
}: CheckSettings): Readonly<Record<string, Question>> | undefined {
  if (processName === undefined) return undefined;
  return { process: { kind: 'process', name: processName, scope: 'user' } };
}

/** How many copies run for this person, or why that is not known. */
export function runningCopies(answers: Answers): number | NotAsked {
  const answer = answerOf(answers, 'process', 'process');
  if (answer.outcome === 'absent') return 0;
  return answer.outcome === 'answered' ? answer.observed.instances.length : answer.outcome;
}
