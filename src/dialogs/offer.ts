import type { MessageCard } from '../cards/card-model.ts';
import type { Topic } from '../knowledge/knowledge.ts';
import { deskButton, messageCard } from './message-card.ts';

/** In a chat with others: what it looks like, and a button that starts a case for whoever presses it. */
export function offerCard(topic: Topic): MessageCard {
  return messageCard({
    toast: `I can help with: ${topic.title}`,
    heading: topic.title,
    paragraphs: [topic.summary, 'I can take you through the fix in a chat with you alone.'],
    buttons: [
      { title: 'Help me fix it', action: { verb: 'start', topic: topic.id }, primary: true },
    ],
    footer: [deskButton],
  });
}

/** For a person who pressed a button on somebody else’s case: a case of their own instead. */
export function someoneElsesCaseCard(topic: Topic): MessageCard {
  return messageCard({
    heading: 'This case belongs to somebody else',
    paragraphs: [`Do you have the same problem? It is: ${topic.title}.`],
    buttons: [
      { title: 'Start my own case', action: { verb: 'start', topic: topic.id }, primary: true },
    ],
    footer: [deskButton],
  });
}
