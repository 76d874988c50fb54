import { caseAtHand } from './case-at-hand.ts';
import type { Dialog } from './dialog.ts';
import { messageCard, topicsButton } from './message-card.ts';
import { actOnCase } from './troubleshoot/act-on-case.ts';
import type { Decision, Turn } from './turn.ts';

/** With a case at hand the person is not asked again for what it already says. */
function withCase(turn: Turn): Decision | undefined {
  const atHand = caseAtHand(turn);
  if (!atHand) return undefined;
  const { trouble, topic } = atHand;
  return actOnCase(turn, topic, trouble, { verb: 'desk', case: trouble.id, step: trouble.step });
}

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
  pattern:
    /\b(speak|talk|chat) (to|with) (a |an |the |some)?(real )?(person|human|one|body|people|agent|it|desk|help ?desk|service ?desk)\b|\breal person\b|\b(ring|call|phone) (me|someone|somebody|it)\b|\b(number|phone|contact|email) (for|of) (the )?(it|service|help) ?(desk|team|support)?\b|\b(someone|somebody|anyone) (please )?help\b|\bhelp ?desk\b/,
  run: (turn) =>
    withCase(turn) ?? {
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
    },
};
