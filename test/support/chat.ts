import type { Action } from '../../src/cards/action.ts';
import type { Button, CardModel } from '../../src/cards/card-model.ts';
import type { Case, Role } from '../../src/dialogs/case.ts';
import type { Fleet } from '../../src/dialogs/pc-check.ts';
import { route } from '../../src/dialogs/route.ts';
import type { Effect, Input, Place } from '../../src/dialogs/turn.ts';
import { knowledge, recognise } from './knowledge.ts';

/** Every button of a card. */
export function buttonsOf(card: CardModel): Button[] {
  switch (card.card) {
    case 'step':
    case 'outcome':
      return [...card.answers, ...card.footer];
    case 'list':
      return [...card.items.flatMap(({ buttons }) => buttons), ...card.footer];
    case 'message':
      return [...card.buttons, ...card.footer];
  }
}

/** One person and the dialogs, with no Teams, no clock and no database between them. */
export function createChat(place: Place = { kind: 'personal', mentioned: true }, fleet?: Fleet) {
  let cases: Case[] = [];
  let role: Role | undefined;
  let minute = 0;
  let tasks = 0;
  let shown: CardModel | undefined;

  function take(input: Input, foreignTopic?: string): readonly Effect[] {
    minute += 1;
    const decision = route({
      input,
      place,
      knownRole: role,
      cases,
      foreignTopic,
      now: new Date(Date.UTC(2026, 10, 22, 9, minute)).toISOString(),
      newCaseId: () => `SC-${cases.length + 1}`,
      newTaskId: () => {
        tasks += 1;
        return `task-${tasks}`;
      },
      fleet,
      knowledge,
      recognise,
    });
    for (const changed of decision.cases)
      cases = [changed, ...cases.filter(({ id }) => id !== changed.id)];
    role = decision.role ?? role;
    shown = decision.effects.find((effect) => effect.kind === 'reply')?.card ?? shown;
    return decision.effects;
  }

  return {
    take,
    say: (text: string) => take({ kind: 'text', text, raw: text, said: text, hasFiles: false }),
    press: (action: Action) => take({ kind: 'action', action }),
    /** Presses the button with this title on the card shown last. */
    pressTitle(title: string) {
      const button = shown && buttonsOf(shown).find((each) => each.title === title);
      if (!button) throw new Error(`No button “${title}” on “${shown?.card}: ${shown?.toast}”.`);
      return take({ kind: 'action', action: button.action });
    },
    card(): CardModel {
      if (!shown) throw new Error('No card yet.');
      return shown;
    },
    cases: () => cases,
    /** Lets time pass. */
    wait: (hours: number) => {
      minute += hours * 60;
    },
  };
}
