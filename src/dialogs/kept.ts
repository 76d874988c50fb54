import type { CardModel } from '../cards/card-model.ts';
import type { Case, Role } from './case.ts';
import type { FleetRequest } from './pc-check.ts';
import type { Address, Person } from './person.ts';

/** Who did something, where, and what it points at. */
export interface TurnRequest {
  person: Person;
  address: Address;
  activityId: string;
  /** The case that a pressed button names. */
  namedCase: string | undefined;
  now: Date;
}

/** What is known of a person before a turn is decided. */
export interface Memory {
  /** This very activity has had its effect already. */
  isRepeat: boolean;
  role: Role | undefined;
  cases: readonly Case[];
  /** Topic of the named case when that is somebody else's. */
  foreignTopic: string | undefined;
}

/** What a message holds. */
export type Payload = { kind: 'card'; card: CardModel } | { kind: 'plain'; text: string };

/** A message to send once the turn is committed. */
export interface Message {
  payload: Payload;
  caseId?: string;
  toOwnChat?: boolean;
  oncePerThread?: string;
}

/** What to keep of a turn. */
export interface Changes {
  cases: readonly Case[];
  role?: Role | undefined;
  messages: readonly Message[];
  /** Cases whose message is to show them as they are now. */
  edits?: readonly string[];
  fleet?: readonly FleetRequest[];
  /** The message whose button was pressed, and the case it shows from now on, if it shows one. */
  pressedOn?: { activityId: string; caseId: string | undefined };
}

/** A message that is decided on and kept until Teams has it. */
export interface WaitingMessage {
  id: string;
  address: Address;
  /** Set when it is for this person's own chat. */
  ownChatOf: Person | undefined;
  caseId: string | undefined;
  payload: Payload;
  /** Tries before this one. */
  attempts: number;
}

/** A case with the message that shows it. */
export interface ShownCase {
  trouble: Case;
  address: Address;
  activityId: string;
  /** When the edit was due. Another press in the meantime makes it a different moment. */
  due: Date;
}
