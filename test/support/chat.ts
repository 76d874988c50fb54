import type { Action } from '../../src/cards/action.ts';
import type { Button, CardModel } from '../../src/cards/card-model.ts';
import type { Case, Role } from '../../src/dialogs/case.ts';
import type { Fleet, FleetNews, FleetRequest } from '../../src/dialogs/pc-check.ts';
import { route } from '../../src/dialogs/route.ts';
import { caseCard } from '../../src/dialogs/troubleshoot/case-card.ts';
import type { Effect, Input, Place } from '../../src/dialogs/turn.ts';
import { checkMyPc } from '../../src/knowledge/check-my-pc.ts';
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

// As the app does: without a fleet agent there is nothing to check a PC with.
const withChecks = {
  ...knowledge,
  topics: new Map([...knowledge.topics, [checkMyPc.id, checkMyPc]]),
};

const minuteMs = 60_000;

/** One person and the dialogs, with no Teams, no clock and no database between them. */
export function createChat(place: Place = { kind: 'personal', mentioned: true }, fleet?: Fleet) {
  let cases: Case[] = [];
  let role: Role | undefined;
  let now = Date.UTC(2026, 10, 22, 9);
  let tasks = 0;
  let shown: CardModel | undefined;
  let agent = fleet;
  const asked: FleetRequest[] = [];
  const told: CardModel[] = [];
  const known = fleet ? withChecks : knowledge;

  /** The message that shows a case is edited: somebody who looks at it sees it change. */
  function edit(caseId: string) {
    const trouble = cases.find(({ id }) => id === caseId);
    const topic = trouble && known.topics.get(trouble.topicId);
    if (topic && shown && 'reference' in shown && shown.reference === caseId) {
      shown = caseCard(topic, trouble);
    }
  }

  function take(input: Input, foreignTopic?: string, ms = minuteMs): readonly Effect[] {
    now += ms;
    const named =
      input.kind === 'fleet'
        ? input.caseId
        : input.kind === 'action' && 'case' in input.action && input.action.case;
    const decision = route({
      input,
      place,
      knownRole: role,
      // What the store reads: closed ones only when they are named, the one changed last first.
      cases: cases
        .filter(({ id, status }) => status !== 'closed' || id === named)
        .sort((a, b) => b.updatedAt.localeCompare(a.updatedAt)),
      foreignTopic,
      now: new Date(now).toISOString(),
      newCaseId: () => `SC-${cases.length + 1}`,
      newTaskId: () => {
        tasks += 1;
        return `task-${tasks}`;
      },
      fleet: agent,
      knowledge: known,
      recognise,
    });
    for (const changed of decision.cases)
      cases = [changed, ...cases.filter(({ id }) => id !== changed.id)];
    role = decision.role ?? role;
    shown = decision.effects.find((effect) => effect.kind === 'reply')?.card ?? shown;
    for (const effect of decision.effects) {
      if (effect.kind === 'fleet') asked.push(effect.request);
      if (effect.kind === 'own-chat') told.push(effect.card);
      if (effect.kind === 'edit') edit(effect.caseId);
    }
    return decision.effects;
  }

  /** What is out with the agent: all that was asked for but cancels. */
  const requests = () => asked.flatMap((each) => (each.kind === 'cancel' ? [] : [each]));

  return {
    take,
    say: (text: string) => take({ kind: 'text', text, raw: text, said: text, hasFiles: false }),
    press: (action: Action) => take({ kind: 'action', action }),
    /** Presses the button with this title on the card shown last. */
    pressTitle(title: string, card = shown) {
      const button = card && buttonsOf(card).find((each) => each.title === title);
      if (!button) throw new Error(`No button “${title}” on “${card?.card}: ${card?.toast}”.`);
      return take({ kind: 'action', action: button.action });
    },
    /** The agent has something to say: of what it was asked last, and at once, unless told otherwise. */
    hear(news: FleetNews, { task = requests().at(-1)?.task ?? 'no task', after = 5_000 } = {}) {
      const caseId = requests().find((each) => each.task === task)?.caseId ?? 'SC-1';
      return take({ kind: 'fleet', caseId, task, news }, undefined, after);
    },
    card(): CardModel {
      if (!shown) throw new Error('No card yet.');
      return shown;
    },
    cases: () => cases,
    /** Everything the fleet agent was asked for, in order. */
    asked: () => asked,
    /** Messages of their own in the person's chat, in order. */
    told: () => told,
    /** Lets time pass. */
    wait: (hours: number) => {
      now += hours * 60 * minuteMs;
    },
    /** From now on the bot has this agent, or none. */
    setFleet: (next: Fleet | undefined) => {
      agent = next;
    },
  };
}

export type Chat = ReturnType<typeof createChat>;
