import type { Topic } from '../../knowledge/knowledge.ts';
import type { Case } from '../case.ts';
import { plainWords } from '../plain-words.ts';
import type { CaseAction } from './act-on-case.ts';
import { currentStep } from './current-step.ts';

const finished = new Set([
  'done',
  'i have done this',
  'ok done',
  'all done',
  'finished',
  'next',
  'it has done this',
]);
const back = new Set(['back', 'go back', 'undo']);
const working = new Set([
  'it works',
  'it works now',
  'works now',
  'working now',
  'fixed',
  'it is fixed',
  'all working',
  'sorted',
]);

/** The one answer that a short text can mean: its label, or a yes or no that only one answer starts with. */
function answerMeant(labels: readonly string[], said: string): number | undefined {
  const words = labels.map(plainWords);
  const exact = words.indexOf(said);
  if (exact >= 0) return exact;
  const short =
    said === 'yes' || said === 'no' ? said : working.has(said) ? 'it works now' : undefined;
  if (short === undefined) return undefined;
  const fitting = words.flatMap((label, index) =>
    label === short || label.startsWith(`${short} `) ? [index] : [],
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** Some people type the answer instead of pressing it. Undefined when the text is not an answer to this step. */
export function typedAnswer(topic: Topic, trouble: Case, text: string): CaseAction | undefined {
  const said = plainWords(text);
  const at = { case: trouble.id, step: trouble.step };
  if (back.has(said) && trouble.trail.length > 0) return { verb: 'back', ...at };
  const step = currentStep(topic, trouble);
  if (step.kind === 'question') {
    const answer = answerMeant(
      step.node.answers.map(({ label }) => label),
      said,
    );
    if (answer !== undefined) return { verb: 'answer', answer, ...at };
  }
  if ((step.kind === 'instruction' || step.kind === 'hand-over') && finished.has(said))
    return { verb: 'done', ...at };
  return working.has(said) ? { verb: 'works', ...at } : undefined;
}
