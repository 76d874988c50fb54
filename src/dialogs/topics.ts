import type { ListCard } from '../cards/card-model.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Dialog } from './dialog.ts';
import { casesButton, deskButton } from './message-card.ts';
import { titleWithCode } from './title-with-code.ts';

/** Every article, each with the button that starts it. */
export function topicsCard(knowledge: Knowledge, heading: string, text: string): ListCard {
  return {
    card: 'list',
    toast: heading,
    heading,
    text,
    items: knowledge.articles.map(({ id, title, codes, summary }) => ({
      title: titleWithCode({ title, codes }),
      text: summary,
      buttons: [{ title: 'This is my problem', action: { verb: 'start', topic: id } }],
    })),
    footer: [deskButton, casesButton],
  };
}

/** What the bot knows, to pick from. */
export const topics: Dialog = {
  verbs: ['topics'],
  words: [
    'topics',
    'problems',
    'list',
    'what do you know',
    'what can you help with',
    'see what i can help with',
  ],
  run: ({ knowledge }) => ({
    cases: [],
    effects: [
      {
        kind: 'reply',
        card: topicsCard(
          knowledge,
          'What do you see?',
          'Pick the one that fits. For any other code, type it as it stands on the screen.',
        ),
      },
    ],
  }),
};
