import type { Dialog } from './dialog.ts';
import { topicsCard } from './topics.ts';
import { setStatus } from './troubleshoot/moves.ts';

/** Puts the problem the person was last on away and asks afresh. Nothing is deleted. */
export const startAgain: Dialog = {
  verbs: [],
  words: [
    'start again',
    'start over',
    'restart',
    'reset',
    'new problem',
    'begin again',
    'something else',
  ],
  isPrivate: true,
  run: ({ cases, knowledge, now }) => {
    const current = cases.find(({ status }) => status === 'open');
    const title = current && knowledge.topics.get(current.topicId)?.title;
    const kept = title ? `I have closed “${title}”. ` : '';
    return {
      cases: current ? [setStatus(current, 'closed', now)] : [],
      effects: [
        {
          kind: 'reply',
          card: topicsCard(
            knowledge,
            'What do you see now?',
            `${kept}Pick the one that fits, or type the code or the words on the screen.`,
          ),
        },
      ],
    };
  },
};
