import type { Topic } from '../../knowledge/knowledge.ts';
import type { Case } from '../case.ts';
import { againButton } from '../pc-check/pc-card.ts';
import { typedAboutPc } from '../pc-check/typed-about-pc.ts';
import { plainWords } from '../plain-words.ts';
import type { CaseAction } from './act-on-case.ts';
import { currentStep } from './current-step.ts';

/** What a short text can mean as an answer. */
type Meaning = 'unsure' | 'works' | 'no' | 'yes';

/** Tried in this order: “I do not know” holds a “no”, and “yes it works” holds a “yes”. */
const meanings: readonly (readonly [Meaning, RegExp])[] = [
  ['unsure', /\b(not sure|unsure|no idea|dunno|do ?nt know|do not know|can ?not tell|cant tell)\b/],
  [
    'works',
    /^(yes |yep |yeah )?(it |that |this |all )?(is |s )?(now )?(works?|worked|working|fixed|sorted|did it|done the trick)\b/,
  ],
  ['no', /^(no|nope|nah)\b|\b(not|still|same|did ?nt|does ?nt|do ?nt|wont|cant|fails?|failed)\b/],
  ['yes', /^(yes|yep|yeah|yup)\b/],
];

/** What the labels of buttons say in those terms. One label can say two: “No, or I cannot tell”. */
const labelSays: Record<Meaning, RegExp> = {
  unsure: /\b(can ?not tell|not sure|do not know|can ?not try)\b/,
  works: /\bit works now\b/,
  no: /^no\b|\bsame problem\b|\bstill\b/,
  yes: /^yes\b/,
};

const finished = /^(ok |yes |i have |ive |it has )*(done|did|finished|next)\b/;
const checkAgain = /^check (it |this |my |the )?(pc |computer |laptop )?again$/;
const back = new Set(['back', 'go back', 'undo', 'previous']);
const itWords =
  /^(i am |im |i work )?(in |from )?(it|local it|it support|it engineer|service desk)$/;
const staffWords =
  /\b(nurse|doctor|gp|hca|midwife|pharmacist|receptionist|clerk|dentist|paramedic|staff|not in it|not it|no admin)\b/;
// Longer than this is a story, not an answer.
const mostWords = 8;

function meaningOf(said: string): Meaning | undefined {
  return meanings.find(([, pattern]) => pattern.test(said))?.[0];
}

/** The one answer a text can mean: its label, or the only one that says the same. */
function answerMeant(labels: readonly string[], said: string): number | undefined {
  const words = labels.map(plainWords);
  const exact = words.indexOf(said);
  if (exact >= 0) return exact;
  const meaning = meaningOf(said);
  if (meaning === undefined) return undefined;
  const fitting = words.flatMap((label, index) => (labelSays[meaning].test(label) ? [index] : []));
  if (fitting.length === 1) return fitting[0];
  // A plain yes to “Does it work now?” is the answer that says so.
  return meaning === 'yes' ? answerMeant(labels, 'it works now') : undefined;
}

/** Some people type the answer instead of pressing it. Undefined when the text is not an answer to this step. */
export function typedAnswer(topic: Topic, trouble: Case, text: string): CaseAction | undefined {
  const said = plainWords(text);
  if (said.split(' ').length > mostWords) return undefined;
  const at = { case: trouble.id, step: trouble.step };
  if (back.has(said)) return { verb: 'back', ...at };
  const step = currentStep(topic, trouble);
  if (step.kind === 'pc') {
    const action = typedAboutPc(step.pc, text, at);
    return action ?? (meaningOf(said) === 'works' ? { verb: 'works', ...at } : undefined);
  }
  if (step.kind === 'role') {
    if (itWords.test(said)) return { verb: 'role', role: 'it', ...at };
    return staffWords.test(said) ? { verb: 'role', role: 'staff', ...at } : undefined;
  }
  if (step.kind === 'question') {
    const labels = step.node.answers.map(({ label }) => label);
    const answer = answerMeant(labels, said);
    if (answer !== undefined) return { verb: 'answer', answer, ...at };
  }
  const [again] = againButton(topic, trouble);
  if (again && (checkAgain.test(said) || plainWords(again.title) === said)) {
    return { verb: 'check-again', ...at };
  }
  if (meaningOf(said) === 'works') return { verb: 'works', ...at };
  const isToDo = step.kind === 'instruction' || step.kind === 'hand-over';
  return isToDo && finished.test(said) ? { verb: 'done', ...at } : undefined;
}
