import { caseAtHand } from './case-at-hand.ts';
import type { Dialog } from './dialog.ts';
import { casesButton, messageCard, topicsButton } from './message-card.ts';
import { caseCard } from './troubleshoot/case-card.ts';
import type { Decision, Turn } from './turn.ts';

/** In the middle of a problem “ok” means “I have seen it”: the step stays at hand. */
function stepAgain(turn: Turn): Decision | undefined {
  const atHand = caseAtHand(turn);
  if (atHand?.trouble.status !== 'open') return undefined;
  const { trouble, topic } = atHand;
  return {
    cases: [],
    effects: [{ kind: 'reply', card: caseCard(topic, trouble), caseId: trouble.id }],
  };
}

/** Courtesy gets a short answer instead of “I do not know this”. */
export const thanks: Dialog = {
  verbs: [],
  words: [
    'thanks',
    'thank you',
    'thank you very much',
    'many thanks',
    'cheers',
    'cheers mate',
    'thanks a lot',
    'thank you so much',
    'okay',
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
  run: (turn) =>
    stepAgain(turn) ?? {
      cases: [],
      effects: [
        {
          kind: 'reply',
          card: messageCard({
            heading: 'Glad to help',
            paragraphs: ['Type to me any time your smartcard log in fails.'],
            buttons: [topicsButton, casesButton],
          }),
        },
      ],
    },
};
