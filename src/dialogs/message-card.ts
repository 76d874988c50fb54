import type { Button, MessageCard } from '../cards/card-model.ts';

/** The way to the desk that does not need a case. */
export const deskButton: Button = {
  title: 'Get help from the service desk',
  action: { verb: 'desk-help' },
};
export const topicsButton: Button = {
  title: 'See what I can help with',
  action: { verb: 'topics' },
};
export const casesButton: Button = { title: 'My cases', action: { verb: 'cases' } };

/** Only for a bot that has a fleet agent. */
export const checkPcButton: Button = {
  title: 'Check my PC',
  action: { verb: 'check-my-pc' },
};

/** A message card with the parts that most have left empty. */
export function messageCard(
  parts: Pick<MessageCard, 'heading'> & Partial<MessageCard>,
): MessageCard {
  return {
    card: 'message',
    toast: parts.heading,
    paragraphs: [],
    bullets: [],
    buttons: [],
    footer: [],
    ...parts,
  };
}
