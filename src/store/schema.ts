import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { CaseStatus, Role, TrailEntry } from '../dialogs/case.ts';
import type { FleetTask } from '../dialogs/fleet-task.ts';
import type { Payload } from '../dialogs/kept.ts';
import type { PcCheck } from '../dialogs/pc-check.ts';
import type { Address, Person } from '../dialogs/person.ts';

/** Read as Date, written as Date or ISO text. */
type Moment = ColumnType<Date, Date | string, Date | string>;
type NullableJson<T extends object> = ColumnType<T | null, string | null, string | null>;

/** One row a person who has written to the bot. Locked for the length of each of their turns. */
export interface PersonTable {
  tenant_id: string;
  user_id: string;
  teams_id: string;
  name: string;
  role: Role | null;
  /** Their own chat with the bot, once they have used it. */
  chat: NullableJson<Address>;
  last_seen_at: Moment;
}

export interface CaseTable {
  id: string;
  tenant_id: string;
  user_id: string;
  topic_id: string;
  role: Role | null;
  node: string;
  step: number;
  status: CaseStatus;
  said: string;
  trail: JSONColumnType<TrailEntry[], string, string>;
  pc: NullableJson<PcCheck>;
  opened_at: Moment;
  updated_at: Moment;
  /** The message that shows this case, once there is one. */
  card_address: NullableJson<Address>;
  card_activity_id: string | null;
  /** When that message has to be edited to show the step the case is at; null when it does. */
  card_due_at: ColumnType<Date | null, Date | null, Date | null>;
}

/** Activities that have had their effect, so that a second delivery has none. */
export interface HandledActivityTable {
  conversation_id: string;
  activity_id: string;
  handled_at: Moment;
}

/** What is said once only in a thread: the welcome, the offer for a topic. */
export interface SaidOnceTable {
  conversation_id: string;
  subject: string;
  said_at: Moment;
}

/** Messages decided on and not yet known to be delivered. Gone once they are. */
export interface OutgoingTable {
  id: Generated<string>;
  address: JSONColumnType<Address, string, string>;
  /** Set when it should go to this person's own chat, and to `address` only when that fails. */
  own_chat_of: NullableJson<Person>;
  case_id: string | null;
  /** The step of the case that the message shows. */
  case_step: number | null;
  payload: JSONColumnType<Payload, string, string>;
  attempts: Generated<number>;
  next_try_at: Moment;
}

/** What is asked of the fleet agent. A row that has ended is kept as a stub, without results. */
export interface FleetTaskTable {
  /** Also the idempotency key of the run. */
  id: string;
  case_id: string;
  request: JSONColumnType<FleetTask['request'], string, string>;
  person: JSONColumnType<FleetTask['person'], string, string>;
  address: JSONColumnType<FleetTask['address'], string, string>;
  agent_run_id: string | null;
  /** Whose PC it is, in the words of the agent. Gone when the task has ended. */
  upn: string | null;
  results: JSONColumnType<FleetTask['results'], string, string>;
  failures: Generated<number>;
  is_late: Generated<boolean>;
  is_cancelled: Generated<boolean>;
  /** A callback came while the task was being worked on. */
  is_woken: Generated<boolean>;
  created_at: Moment;
  expires_at: Moment;
  next_at: ColumnType<Date | null, Date | null, Date | null>;
  /** Until then the copy of the bot that took it works on it. */
  leased_until: ColumnType<Date | null, Date | null, Date | null>;
  ended_at: ColumnType<Date | null, Date | null, Date | null>;
}

/** Who did what to whom. Rows are only ever added. */
export interface AuditEntryTable {
  id: Generated<string>;
  at: Moment;
  event: 'check-run-asked' | 'check-run-ended';
  tenant_id: string;
  user_id: string;
  case_id: string | null;
  /** What it is about: the task of a check run. */
  subject: string | null;
  detail: JSONColumnType<Record<string, unknown>, string, string>;
}

export interface Schema {
  person: PersonTable;
  support_case: CaseTable;
  handled_activity: HandledActivityTable;
  said_once: SaidOnceTable;
  outgoing: OutgoingTable;
  fleet_task: FleetTaskTable;
  audit_entry: AuditEntryTable;
}
