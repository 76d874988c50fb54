import type { Dialog } from './dialog.ts';
import { messageCard, topicsButton } from './message-card.ts';

/** How to get help from a person when there is no case to hand over. */
export const deskHelp: Dialog = {
  verbs: ['desk-help'],
  words: [
    'service desk',
    'desk',
    'it help',
    'it support',
    'speak to someone',
    'speak to a person',
    'talk to someone',
    'talk to a person',
    'human',
    'agent',
    'get help',
    'get help from the service desk',
  ],
  run: () => ({
    cases: [],
    effects: [
      {
        kind: 'reply',
        card: messageCard({
          heading: 'Get help from the service desk',
          paragraphs: [
            'Contact your IT service desk in the way you always do. Your intranet has the number.',
            'Have these ready, so that they can start at once:',
          ],
          bullets: [
            'the name of the PC',
            'when it happened',
            'the exact code or words on the screen, or a picture of it',
            'what you have tried',
            'whether one person, a whole clinic or ward, or a whole site is affected',
          ],
          buttons: [topicsButton],
        }),
      },
    ],
  }),
};
