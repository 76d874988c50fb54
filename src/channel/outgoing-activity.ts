import { type Activity, ActivityTypes, CardFactory } from 'botbuilder';
import type { CardModel } from '../cards/card-model.ts';
import { renderCard } from '../cards/render-card.ts';
import type { Payload } from '../dialogs/kept.ts';
import type { Person } from '../dialogs/person.ts';

/** A card as a message. `summary` is what the notification says; without it Teams says “Sent a card”. */
export function cardActivity(card: CardModel): Partial<Activity> {
  return {
    type: ActivityTypes.Message,
    summary: card.toast,
    attachments: [CardFactory.adaptiveCard(renderCard(card))],
  };
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\n': '<br/>' };

/**
 * A text that is shown letter for letter, line by line. As plain text it would lose its lines, and as
 * Markdown what a person typed could bring markup of its own.
 */
export function plainActivity(text: string): Partial<Activity> {
  return {
    type: ActivityTypes.Message,
    text: text.replace(/[&<>\n]/g, (letter) => escapes[letter] ?? letter),
    textFormat: 'xml',
    summary: text.split('\n', 1)[0] ?? '',
  };
}

export function payloadActivity(payload: Payload): Partial<Activity> {
  return payload.kind === 'card' ? cardActivity(payload.card) : plainActivity(payload.text);
}

/** A card in a shared chat, for one of the people in it. */
export function cardFor(card: CardModel, person: Person): Partial<Activity> {
  // The name stands inside markup: it must not bring any of its own.
  const name = person.name.replace(/[<>&]/g, ' ');
  const mention = {
    type: 'mention',
    text: `<at>${name}</at>`,
    mentioned: { id: person.teamsId, name },
  };
  return {
    ...cardActivity(card),
    text: `${mention.text} I cannot reach your own chat, so I carry on here.`,
    entities: [mention],
  };
}
