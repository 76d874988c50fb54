import type { Action } from '../cards/action.ts';
import type { CardModel } from '../cards/card-model.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Recognise } from '../knowledge/recogniser/recognition.ts';
import type { Case, Role } from './case.ts';
import type { Fleet, FleetNews, FleetRequest } from './pc-check.ts';

/** What a person did, in plain words. */
export type Input =
  /**
   * `text` is what the person wrote without markup, `raw` the same as it came, for recognising only;
   * `said` is the redacted form that may be kept.
   */
  | { kind: 'text'; text: string; raw: string; said: string; hasFiles: boolean }
  | { kind: 'action'; action: Action }
  /** A button this version does not know, or a payload that is not one of ours. */
  | { kind: 'unknown-action' }
  /** The bot was added to this chat. */
  | { kind: 'arrived' }
  /** The fleet agent has something to say about what was asked for a case. */
  | { kind: 'fleet'; caseId: string; task: string; news: FleetNews };

/** Where it was done. `mentioned` is always true in a personal chat. */
export interface Place {
  kind: 'personal' | 'group' | 'channel';
  mentioned: boolean;
}

/** Everything a dialog may look at. It has no other way to reach the world. */
export interface Turn {
  input: Input;
  place: Place;
  /** What the person said they are, once they said it. */
  knownRole: Role | undefined;
  /** The person's own cases that are not closed, newest first. */
  cases: readonly Case[];
  /** Topic of the case an action names when that case belongs to somebody else. */
  foreignTopic: string | undefined;
  /** ISO 8601, UTC. */
  now: string;
  newCaseId: () => string;
  newTaskId: () => string;
  /** Undefined: no fleet agent is set up. */
  fleet: Fleet | undefined;
  knowledge: Knowledge;
  recognise: Recognise;
}

/** A fact worth counting. Fields hold ids and labels of ours, never what a person typed. */
export interface Happening {
  name:
    | 'case-opened'
    | 'step-shown'
    | 'case-fixed'
    | 'case-escalated'
    | 'case-closed'
    | 'not-recognised'
    | 'asked-to-choose'
    | 'pc-check-asked'
    | 'pc-check-found'
    | 'pc-check-failed';
  fields: Readonly<Record<string, string>>;
}

/** Something to show. A card about a case takes the place of that case's card. */
export type Effect =
  /** The answer, in place of the pressed card, or as a new message when there was no press. */
  | { kind: 'reply'; card: CardModel; caseId?: string; oncePerThread?: string }
  /** A card in the person's own chat; in the thread when there is no way into that chat. */
  | { kind: 'own-chat'; card: CardModel; caseId?: string }
  /** A plain message of its own, for copying and forwarding. */
  | { kind: 'plain'; text: string }
  /** The message that shows the case is edited to show it as it is now. */
  | { kind: 'edit'; caseId: string }
  /** Something slow, done after the turn is kept. */
  | { kind: 'fleet'; request: FleetRequest }
  | { kind: 'count'; happening: Happening };

/** What a dialog decided. Cases are new or changed ones, to be saved whole. */
export interface Decision {
  cases: readonly Case[];
  role?: Role;
  effects: readonly Effect[];
}
