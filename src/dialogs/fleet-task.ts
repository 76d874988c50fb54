import type { ProbeResult } from '../knowledge/checks/probe.ts';
import type { FleetRequest } from './pc-check.ts';
import type { Address, Person } from './person.ts';

/** What is asked of the fleet agent, kept until its news is on the case. */
export interface FleetTask {
  id: string;
  request: Exclude<FleetRequest, { kind: 'cancel' }>;
  caseId: string;
  /** Whose case it is. Only their PCs may be looked at. */
  person: Person;
  /** The chat the case is in. */
  address: Address;
  /** The agent's name for the run, once it has taken it. */
  agentRunId: string | undefined;
  /** The address that the agent knows the person by, once the run has begun. */
  upn: string | undefined;
  /** What the agent has answered so far, by probe id. */
  results: Readonly<Record<string, ProbeResult>>;
  /** Calls that failed in a row. */
  failures: number;
  /** The person has been told that the PC does not answer. */
  isLate: boolean;
  isCancelled: boolean;
  createdAt: Date;
  expiresAt: Date;
}

/** How a task ended, for the audit log. */
export interface FleetTaskEnd {
  outcome: 'pcs' | 'found' | 'unreachable' | 'not-yours' | 'expired' | 'cancelled';
  /** The address of the person whose PC was asked about, once Teams has told it. */
  upn?: string;
  /** What was asked, by probe id, for a run. */
  probes?: readonly string[];
  agentRunId?: string;
}

/** What the worker needs of the store. */
export interface FleetTasks {
  /** Takes tasks that are due. Each is taken by one copy of the bot, and again if that one dies. */
  take: (now: Date, limit: number) => Promise<FleetTask[]>;
  /** Keeps tasks that are still being worked on from being taken by another copy. */
  renew: (ids: readonly string[], now: Date) => Promise<void>;
  /** The agent has taken the run. */
  started: (id: string, run: { agentRunId: string; upn: string }) => Promise<void>;
  /** Gives the task back until a moment. A callback in the meantime makes it due at once. */
  giveBack: (
    task: FleetTask,
    next: { at: Date; results?: FleetTask['results']; failures: number; isLate: boolean },
  ) => Promise<void>;
  /** Ends the task and writes how it ended to the audit log. Once. */
  end: (task: FleetTask, end: FleetTaskEnd, now: Date) => Promise<void>;
}
