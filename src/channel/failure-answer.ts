import type { Activity } from 'botbuilder';
import type { CardModel } from '../cards/card-model.ts';
import { renderCard } from '../cards/render-card.ts';
import { cardActivity } from './outgoing-activity.ts';

const card: CardModel = {
  card: 'message',
  toast: 'I cannot do this right now',
  heading: 'I cannot do this right now',
  paragraphs: [
    'What you did before is kept. Wait a minute, then press the button again or type what you see.',
    'Is a patient waiting? Contact your IT service desk now.',
  ],
  bullets: [],
  buttons: [],
  footer: [],
};

/** What a press is answered with when its turn failed: a card in place that says how to go on. */
export function failedPressAnswer() {
  return {
    statusCode: 200,
    type: 'application/vnd.microsoft.card.adaptive',
    value: renderCard(card),
  };
}

/** What a message is answered with when its turn failed. */
export function failureActivity(): Partial<Activity> {
  return cardActivity(card);
}
