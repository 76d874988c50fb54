import type { Button, CardModel, SourceLine, StepCard } from '../../cards/card-model.ts';
import { checkMyPc } from '../../knowledge/check-my-pc.ts';
import type { Topic } from '../../knowledge/knowledge.ts';
import type { Case } from '../case.ts';
import { longDay } from '../dates.ts';
import { topicsButton } from '../message-card.ts';
import { foundPanel } from '../pc-check/found-panel.ts';
import { againButton, pcBody } from '../pc-check/pc-card.ts';
import { titleWithCode } from '../title-with-code.ts';
import { currentStep } from './current-step.ts';
import { itSections, sectionOf } from './it-sections.ts';
import { roleLabels, roleQuestion } from './moves.ts';
import { outcomeCard } from './outcome-card.ts';

/** The pages a topic draws on, dated, newest wording first as listed in the article. */
export function sourceLines(topic: Topic): SourceLine[] {
  return topic.sources.map(({ title, address, lastEdited }) => ({
    title,
    address,
    ...(lastEdited === 'unknown' ? {} : { date: longDay(lastEdited) }),
  }));
}

function audience(trouble: Case): string | undefined {
  if (trouble.role === 'it')
    return 'Steps for IT with admin rights. No admin rights? Type **I am staff**.';
  if (trouble.role === 'staff')
    return 'Steps for staff. In IT with admin rights? Type **I am IT**.';
  return undefined;
}

function answersOf(
  topic: Topic,
  trouble: Case,
): Pick<StepCard, 'heading' | 'answers'> & Partial<StepCard> {
  const at = { case: trouble.id, step: trouble.step };
  const step = currentStep(topic, trouble);
  switch (step.kind) {
    case 'pc':
      return pcBody(step.pc, at);
    case 'role':
      return {
        heading: roleQuestion,
        hint: 'Some fixes need admin rights on the PC. Your answer decides which steps you see.',
        answers: [
          { title: roleLabels.staff, action: { verb: 'role', role: 'staff', ...at } },
          { title: roleLabels.it, action: { verb: 'role', role: 'it', ...at } },
        ],
      };
    case 'question':
      return {
        heading: step.node.ask,
        ...(step.node.hint ? { hint: step.node.hint } : {}),
        answers: [
          ...step.node.answers.map(({ label }, answer) => ({
            title: label,
            action: { verb: 'answer' as const, answer, ...at },
          })),
          ...againButton(topic, trouble),
          ...(topic.id === checkMyPc.id ? [topicsButton] : []),
        ],
      };
    case 'instruction': {
      const { title, ...rest } = sectionOf(step.node);
      return {
        heading: title ?? topic.title,
        sections: [rest],
        answers: [
          { title: 'I have done this', action: { verb: 'done', ...at }, primary: true },
          ...againButton(topic, trouble),
        ],
      };
    }
    case 'hand-over':
      return {
        heading: 'Your IT team needs to do the next part',
        hint: 'It needs admin rights on the PC. I have written it out for them, with what you told me.',
        handOver: itSections(step),
        answers: [
          {
            title: 'Send me this as a message to forward',
            action: { verb: 'copy', case: trouble.id },
            primary: true,
          },
          { title: 'IT has done this', action: { verb: 'done', ...at } },
          ...againButton(topic, trouble),
        ],
      };
    case 'outcome':
      return { heading: step.node.title, answers: [] };
  }
}

/**
 * The card that shows where a case stands. The desk comes first in the footer on every card.
 * `note` is said above the step, such as why the person sees this card again.
 */
export function caseCard(topic: Topic, trouble: Case, note?: string): CardModel {
  if (trouble.status !== 'open') return outcomeCard(topic, trouble, sourceLines(topic), note);
  const at = { case: trouble.id, step: trouble.step };
  const body = answersOf(topic, trouble);
  const why = trouble.pc?.note?.step === trouble.step ? trouble.pc.note.text : undefined;
  const found = foundPanel(topic, trouble);
  const intro = note ?? why ?? (trouble.trail.length === 0 && !found ? topic.summary : undefined);
  const who = audience(trouble);
  const back: Button[] =
    trouble.trail.length > 0 ? [{ title: 'Go back', action: { verb: 'back', ...at } }] : [];
  return {
    card: 'step',
    toast: `${topic.title}: ${found?.heading ?? body.heading}`,
    topic: titleWithCode(topic),
    reference: trouble.id,
    ...(intro === undefined ? {} : { intro }),
    ...(found === undefined ? {} : { found }),
    sections: [],
    handOver: [],
    ...body,
    footer: [{ title: 'Get help from the service desk', action: { verb: 'desk', ...at } }, ...back],
    ...(who === undefined ? {} : { audience: who }),
    ...(topic.why === undefined ? {} : { why: topic.why }),
    sources: sourceLines(topic),
  };
}
