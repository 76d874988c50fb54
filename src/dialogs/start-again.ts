import type { Dialog } from './dialog.ts';
import { topicsCard } from './topics.ts';
import { setStatus } from './troubleshoot/moves.ts';

/** Puts the problem the person was last on away and asks afresh. Nothing is deleted. */
export const startAgain: Dialog = {
  verbs: [],
  words: ['start again', 'start over', 'new problem', 'begin again'],
  isPrivate: true,
  run: ({ cases, knowledge, now }) => {
    // Only what the person was last on: an older open case is not what they mean.
    const [newest] = cases;
    const current = newest?.status === 'open' ? newest : undefined;
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
