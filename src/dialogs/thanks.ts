import type { Dialog } from './dialog.ts';
import { casesButton, messageCard, topicsButton } from './message-card.ts';

/** Courtesy gets a short answer instead of “I do not know this”. */
export const thanks: Dialog = {
  verbs: [],
  words: [
    'thanks',
    'thank you',
    'thank you very much',
    'many thanks',
    'cheers',
    'ta',
    'great',
    'great thanks',
    'ok',
    'ok thanks',
    'perfect',
    'brilliant',
    'bye',
    'goodbye',
  ],
  run: () => ({
    cases: [],
    effects: [
      {
        kind: 'reply',
        card: messageCard({
          heading: 'Glad to help',
          paragraphs: ['Tell me when something else stops you from logging in.'],
          buttons: [topicsButton, casesButton],
        }),
      },
    ],
  }),
};
