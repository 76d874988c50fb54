import type { Dialog } from './dialog.ts';
import { casesButton, deskButton, messageCard, topicsButton } from './message-card.ts';

/** Every command, and what is kept. */
export const help: Dialog = {
  verbs: ['help'],
  words: ['help', 'help me', 'menu', 'commands', 'what can you do', 'who are you', 'options'],
  run: ({ fleet }) => ({
    cases: [],
    effects: [
      {
        kind: 'reply',
        card: messageCard({
          heading: 'How I can help',
          paragraphs: [
            'Type an error code or what you see on the screen. I also know these words:',
          ],
          bullets: [
            '**my cases** lists the problems you started, to go on with or close',
            '**start again** closes the current problem and begins a new one',
            '**I am IT** or **I am staff** changes which steps you see',
            '**go back** takes back your last answer',
            ...(fleet ? ['**check my PC** looks at the PC itself, when you agree'] : []),
            '**service desk** tells you how to get help from a person',
          ],
          buttons: [{ ...topicsButton, primary: true }],
          footer: [deskButton, casesButton],
          toast: 'How I can help',
        }),
      },
    ],
  }),
};
