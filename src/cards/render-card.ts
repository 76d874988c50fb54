import { Template } from 'adaptivecards-templating';
import type { CardModel } from './card-model.ts';
import { templateData } from './template-data.ts';
import found from './templates/found.json' with { type: 'json' };
import list from './templates/list.json' with { type: 'json' };
import message from './templates/message.json' with { type: 'json' };
import outcome from './templates/outcome.json' with { type: 'json' };
import step from './templates/step.json' with { type: 'json' };

/** Puts what is shown of a look at the PC in its place, which several templates have. */
function withFound<Card extends { body: readonly object[] }>(template: Card) {
  const body = template.body.map((element) =>
    'id' in element && element.id === found.id ? found : element,
  );
  return { ...template, body };
}

// Building a Template parses every expression and costs twenty times an expansion: one each, kept.
const templates: Record<CardModel['card'], Template> = {
  step: new Template(withFound(step)),
  outcome: new Template(withFound(outcome)),
  list: new Template(list),
  message: new Template(message),
};

/** An Adaptive Card, schema version 1.5, as plain JSON. */
export type AdaptiveCard = Record<string, unknown>;

/** Expands the model's template. Same model, same card. */
export function renderCard(model: CardModel): AdaptiveCard {
  return templates[model.card].expand({ $root: templateData(model) }) as AdaptiveCard;
}
