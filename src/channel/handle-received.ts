import type { CardModel } from '../cards/card-model.ts';
import type {
  Changes,
  Memory,
  Message,
  ShownCase,
  TurnRequest,
  WaitingMessage,
} from '../dialogs/kept.ts';
import type { Address, Person } from '../dialogs/person.ts';
import { route } from '../dialogs/route.ts';
import type { Decision, Effect, Happening, Turn } from '../dialogs/turn.ts';
import type { Deliver } from './deliver.ts';
import type { Received } from './received.ts';

/** What the store does for a turn. */
interface Turns {
  /** Runs a turn in one transaction: what `decide` returns is committed whole, or nothing is. */
  runTurn: (
    request: TurnRequest,
    decide: (memory: Memory) => Changes,
  ) => Promise<{ isRepeat: boolean; waiting: WaitingMessage[]; shown: ShownCase[] }>;
  /** Queues what is said once in a thread, and nothing else. */
  sayOnce: (
    message: Message,
    person: Person,
    address: Address,
    now: Date,
  ) => Promise<WaitingMessage[]>;
}

interface Options {
  turns: Turns;
  deliver: Deliver;
  refreshCard: (shown: ShownCase) => Promise<void>;
  fleet: Turn['fleet'];
  /** Something for the fleet agent has been kept. */
  onFleetRequest: () => void;
  knowledge: Turn['knowledge'];
  recognise: Turn['recognise'];
  now: () => Date;
  newCaseId: () => string;
  newTaskId: () => string;
  count: (happening: Happening) => void;
  /** Takes note of work that goes on after the answer, so that a clean stop can wait for it. */
  inBackground: (work: Promise<unknown>) => void;
}

function messageOf(effect: Effect, isPress: boolean): Message | undefined {
  switch (effect.kind) {
    case 'reply': {
      // The pressed card itself becomes the answer.
      if (isPress) return undefined;
      const { card, caseId, oncePerThread } = effect;
      return {
        payload: { kind: 'card', card },
        ...(caseId === undefined ? {} : { caseId }),
        ...(oncePerThread === undefined ? {} : { oncePerThread }),
      };
    }
    case 'own-chat': {
      const { card, caseId } = effect;
      return {
        payload: { kind: 'card', card },
        toOwnChat: true,
        ...(caseId === undefined ? {} : { caseId }),
      };
    }
    case 'plain':
      return { payload: { kind: 'plain', text: effect.text } };
    case 'edit':
    case 'fleet':
    case 'count':
      return undefined;
  }
}

/** What is done beside messages: cards that change by themselves, and what the fleet agent is asked. */
function besides(effects: readonly Effect[]): Required<Pick<Changes, 'edits' | 'fleet'>> {
  return {
    edits: effects.flatMap((effect) => (effect.kind === 'edit' ? [effect.caseId] : [])),
    fleet: effects.flatMap((effect) => (effect.kind === 'fleet' ? [effect.request] : [])),
  };
}

/** The case that an input names, by a button or as the subject of news. */
function caseNamedBy(input: Turn['input']): string | undefined {
  if (input.kind === 'fleet') return input.caseId;
  return input.kind === 'action' && 'case' in input.action ? input.action.case : undefined;
}

/**
 * Takes one thing a person did to its answer. Resolves once the answer is sent or safely queued;
 * for a press it resolves with the card to show in place.
 */
export function createHandleReceived({
  turns,
  deliver,
  knowledge,
  recognise,
  now,
  newCaseId,
  newTaskId,
  fleet,
  onFleetRequest,
  refreshCard,
  count,
  inBackground,
}: Options) {
  return async function handleReceived(event: Received): Promise<CardModel | undefined> {
    const at = now();
    const isPress = event.pressedOn !== undefined;
    const decideFor = (memory: Omit<Memory, 'isRepeat'>): Decision =>
      route({
        input: event.input,
        place: { kind: event.address.kind, mentioned: event.mentioned },
        knownRole: memory.role,
        cases: memory.cases,
        foreignTopic: memory.foreignTopic,
        now: at.toISOString(),
        newCaseId,
        newTaskId,
        fleet,
        knowledge,
        recognise,
      });

    // Messages between other people leave no trace: nothing is opened, locked or written for them. A
    // sure match is answered in the thread, and of the person who wrote it nothing is kept either.
    if (!event.mentioned) {
      const { effects } = decideFor({ role: undefined, cases: [], foreignTopic: undefined });
      const [message] = effects.flatMap((effect) => messageOf(effect, false) ?? []);
      if (!message) return undefined;
      const said = await turns.sayOnce(message, event.person, event.address, at);
      await Promise.all(said.map(deliver));
      return undefined;
    }

    const namedCase = caseNamedBy(event.input);
    let decision: Decision | undefined;
    const { isRepeat, waiting, shown } = await turns.runTurn(
      {
        person: event.person,
        address: event.address,
        activityId: event.activityId,
        namedCase,
        now: at,
      },
      (memory) => {
        decision = decideFor(memory);
        const answer = decision.effects.find((effect) => effect.kind === 'reply');
        return {
          ...besides(decision.effects),
          cases: decision.cases,
          role: decision.role,
          messages: decision.effects.flatMap((effect) => messageOf(effect, isPress) ?? []),
          ...(event.pressedOn
            ? { pressedOn: { activityId: event.pressedOn, caseId: answer?.caseId } }
            : {}),
        };
      },
    );

    const effects = decision?.effects ?? [];
    if (!isRepeat)
      for (const effect of effects) if (effect.kind === 'count') count(effect.happening);
    if (!isRepeat && effects.some(({ kind }) => kind === 'fleet')) onFleetRequest();
    inBackground(Promise.all(shown.map(refreshCard)));
    const sending = Promise.all(waiting.map(deliver));
    if (!isPress) {
      await sending;
      return undefined;
    }
    // Teams waits for the card: what else there is to send goes on behind the answer.
    inBackground(sending);
    return effects.find((effect) => effect.kind === 'reply')?.card;
  };
}
