import type { ListCard } from '../cards/card-model.ts';
import type { Case, CaseStatus } from './case.ts';
import { longMoment } from './dates.ts';
import type { Dialog } from './dialog.ts';
import { deskButton, messageCard, topicsButton } from './message-card.ts';
import type { Turn } from './turn.ts';

// Ten items with two buttons each stay well under the 28 KB that Teams allows a card.
const shown = 10;

const states: Record<CaseStatus, string> = {
  open: 'Waiting for you',
  fixed: 'Fixed',
  escalated: 'Ready to hand over',
  closed: 'Closed',
};

function item({ knowledge }: Turn, trouble: Case): ListCard['items'][number] {
  const { id, step, status, topicId, updatedAt } = trouble;
  return {
    title: knowledge.topics.get(topicId)?.title ?? 'A problem I no longer have steps for',
    text: `${states[status]}. Last change ${longMoment(updatedAt)}. Case ${id}`,
    buttons: [
      ...(knowledge.topics.has(topicId)
        ? [{ title: 'Continue', action: { verb: 'continue' as const, case: id } }]
        : []),
      { title: 'Close', action: { verb: 'close', case: id, step } },
    ],
  };
}

/** The person's cases that are not closed, newest first, to go on with or to close. */
export function casesCard(turn: Turn, cases: readonly Case[]) {
  const current = cases.filter(({ status }) => status !== 'closed');
  if (current.length === 0) {
    return messageCard({
      heading: 'You have no cases',
      paragraphs: ['When you start on a problem, it is kept here until you close it.'],
      buttons: [{ ...topicsButton, primary: true }],
      footer: [deskButton],
    });
  }
  const more = current.length > shown ? ` These are the newest ${shown}.` : '';
  return {
    card: 'list' as const,
    toast: 'My cases',
    heading: 'My cases',
    text: `Go on where you were, or close what is done.${more}`,
    items: current.slice(0, shown).map((trouble) => item(turn, trouble)),
    footer: [deskButton, topicsButton],
  };
}

export const myCases: Dialog = {
  verbs: ['cases'],
  words: ['my cases', 'my case', 'cases', 'case', 'status', 'continue', 'resume', 'where was i'],
  isPrivate: true,
  run: (turn) => ({ cases: [], effects: [{ kind: 'reply', card: casesCard(turn, turn.cases) }] }),
};
