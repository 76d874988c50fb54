import type { OutcomeCard, SourceLine } from '../../cards/card-model.ts';
import type { Outcome } from '../../knowledge/article-schema.ts';
import { checkMyPc } from '../../knowledge/check-my-pc.ts';
import type { Topic } from '../../knowledge/knowledge.ts';
import type { Case } from '../case.ts';
import { foundPanel } from '../pc-check/found-panel.ts';
import { titleWithCode } from '../title-with-code.ts';
import { currentStep } from './current-step.ts';
import { deskName } from './desk-names.ts';
import { canGoBack } from './moves.ts';
import { deskOf, summaryOf } from './summary.ts';

type Words = Pick<OutcomeCard, 'heading' | 'text' | 'mood'>;

/** IT staff have no local IT to go to: what they cannot fix goes to the national desk. */
function forIt({ desk, topic }: Outcome, { role }: Case): string {
  if (role !== 'it' || desk !== 'local-it' || topic !== undefined) return '';
  return ' If your team cannot fix it, raise a case with the National Service Desk. Attach this summary and the output of the NHS England Diagnostic Tool.';
}

function wordsFor(topic: Topic, trouble: Case): Words {
  const step = currentStep(topic, trouble);
  const outcome = step.kind === 'outcome' ? step.node : undefined;
  if (trouble.status === 'fixed') {
    return outcome?.result === 'fixed'
      ? { heading: outcome.title, text: outcome.text, mood: 'good' }
      : {
          heading: 'It works now',
          text: 'You said that it works now. Nothing more to do.',
          mood: 'good',
        };
  }
  if (trouble.status === 'closed') {
    return {
      heading: 'This case is closed',
      text: 'Open it again if the problem is back.',
      mood: 'attention',
    };
  }
  return outcome
    ? {
        heading: outcome.title,
        text: `${outcome.text}${forIt(outcome, trouble)}`,
        mood: 'attention',
      }
    : {
        heading: 'Get help from the service desk',
        text: 'Contact your IT service desk in the way you always do. Give them the summary below, so that you do not have to explain it again.',
        mood: 'attention',
      };
}

/** What the notification says: for whom the summary is, unless the person is to say more first. */
function toastOf(topic: Topic, trouble: Case, { heading }: Words): string {
  return topic.id === checkMyPc.id
    ? heading
    : `summary for ${deskName(deskOf(topic, trouble), trouble.role)}`;
}

/** The card of a case that has ended. An escalated one carries the summary to hand on. */
export function outcomeCard(
  topic: Topic,
  trouble: Case,
  sources: readonly SourceLine[],
  note?: string,
): OutcomeCard {
  const at = { case: trouble.id, step: trouble.step };
  const words = wordsFor(topic, trouble);
  // A check of the PC that came to nothing ends by asking what is wrong, and says why.
  const kept = trouble.pc?.note?.step === trouble.step ? trouble.pc.note.text : undefined;
  const why = note ?? kept;
  const found = foundPanel(topic, trouble);
  const base = {
    card: 'outcome' as const,
    toast: `${topic.title}: ${words.heading}`,
    topic: titleWithCode(topic),
    reference: trouble.id,
    ...words,
    text: why === undefined ? words.text : `${why} ${words.text}`,
    ...(found === undefined ? {} : { found }),
    sources,
  };
  if (trouble.status === 'escalated') {
    const step = currentStep(topic, trouble);
    const further = step.kind === 'outcome' ? (step.node.topic ?? topic.further) : topic.further;
    return {
      ...base,
      toast: `${topic.title}: ${found?.heading ?? toastOf(topic, trouble, words)}`,
      facts: summaryOf(topic, trouble),
      answers: [
        {
          title: 'Send me this as a message to forward',
          action: { verb: 'copy', case: trouble.id },
          primary: true,
        },
        { title: 'It works now', action: { verb: 'works', ...at } },
        ...(further === undefined
          ? []
          : [{ title: 'Try more steps', action: { verb: 'start' as const, topic: further } }]),
      ],
      footer: [
        ...(canGoBack(topic, trouble)
          ? [{ title: 'Go back', action: { verb: 'back' as const, ...at } }]
          : []),
        { title: 'Something else is wrong', action: { verb: 'topics' } },
      ],
    };
  }
  return {
    ...base,
    facts: [],
    answers: [],
    footer: [
      { title: 'Get help from the service desk', action: { verb: 'desk', ...at } },
      {
        title: trouble.status === 'fixed' ? 'It has come back' : 'Open it again',
        action: { verb: 'reopen', ...at },
      },
    ],
  };
}
