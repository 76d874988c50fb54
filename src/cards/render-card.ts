import { Template } from 'adaptivecards-templating';
import type { CardModel } from './card-model.ts';
import { templateData } from './template-data.ts';
import list from './templates/list.json' with { type: 'json' };
import message from './templates/message.json' with { type: 'json' };
import outcome from './templates/outcome.json' with { type: 'json' };
import step from './templates/step.json' with { type: 'json' };

// Building a Template parses every expression and costs twenty times an expansion: one each, kept.
const templates: Record<CardModel['card'], Template> = {
  step: new Template(step),
  outcome: new Template(outcome),
  list: new Template(list),
  message: new Template(message),
};

/** An Adaptive Card, schema version 1.5, as plain JSON. */
export type AdaptiveCard = Record<string, unknown>;

/** Expands the model's template. Same model, same card. */
export function renderCard(model: CardModel): AdaptiveCard {
  return templates[model.card].expand({ $root: templateData(model) }) as AdaptiveCard;
}
