import type { ListCard } from '../cards/card-model.ts';
import type { Candidate } from '../knowledge/recogniser/recognition.ts';
import { deskButton, topicsButton } from './message-card.ts';
import { titleWithCode } from './title-with-code.ts';
import type { Turn } from './turn.ts';

/** Asks which of the candidates it is. Each says what it is about in plain words. */
export function chooseCard({ knowledge }: Turn, candidates: readonly Candidate[]): ListCard {
  const fitting = candidates.flatMap(({ id }) => knowledge.topics.get(id) ?? []);
  return {
    card: 'list',
    toast: 'Which of these is it?',
    heading: 'Which of these is it?',
    text: 'What you wrote fits more than one problem. Pick the one that looks like yours.',
    items: fitting.slice(0, 4).map(({ id, title, codes, summary }) => ({
      title: titleWithCode({ title, codes }),
      text: summary,
      buttons: [{ title: 'This is my problem', action: { verb: 'start', topic: id } }],
    })),
    footer: [deskButton, { ...topicsButton, title: 'None of these' }],
  };
}
