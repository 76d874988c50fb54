import type { Finding } from '../knowledge/checks/finding.ts';

/** A PC that the fleet agent says is the person's. */
export interface Pc {
  id: string;
  name: string;
  online: boolean;
  /** ISO 8601, or undefined when the agent does not say. */
  lastSeen: string | undefined;
}

/**
 * How far a case is with having its PC looked at.
 * - `offered`: the offer is shown once the flow comes to the step it is made before
 * - `finding`: the agent is asked which PCs are the person's
 * - `naming`: the agent does not know, so the person is asked for the name
 * - `choosing`: consent is asked for one of the PCs
 * - `checking`: the person waits for the run
 * - `settled`: the person goes on with the steps, whatever came of it
 */
export type PcStage = 'offered' | 'finding' | 'naming' | 'choosing' | 'checking' | 'settled';

/** What is out with the fleet agent. News of anything else comes too late and changes nothing. */
export interface OutTask {
  task: string;
  /** ISO 8601, UTC. */
  since: string;
  answered: number;
  /** Checks asked for. 0 while PCs are looked for. */
  total: number;
  /** The PC did not answer in time: the person may go on, and is told when it does. */
  isLate: boolean;
}

/** A case's part about the PC itself. A case has none where no fleet agent is set up. */
export interface PcCheck {
  stage: PcStage;
  /** The name people know the agent by, for the cards. */
  agent: string;
  pcs: readonly Pc[];
  /** The checks that consent is asked for, as the card names them. */
  asks: readonly { id: string; title: string }[];
  /** What the person agreed to last: which PC, which checks, and when. */
  consent?: {
    pc: Pc;
    checks: readonly string[];
    at: string;
    /** On a second look: what was found wrong before it. Undefined on a first look at the PC. */
    wrong?: readonly string[];
  };
  out?: OutTask;
  findings: readonly Finding[];
  /** The step whose card shows the findings in full. */
  shownAt?: number;
  /** Why the person is asked after all. Said on the card of that step. */
  note?: { step: number; text: string };
}

/** What the fleet agent is asked for, once the case is kept. */
export type FleetRequest =
  | { kind: 'find-pcs'; task: string; caseId: string }
  | { kind: 'name-pc'; task: string; caseId: string; name: string }
  | {
      kind: 'check-run';
      task: string;
      caseId: string;
      pc: Pick<Pc, 'id' | 'name'>;
      checks: readonly string[];
      /** For the agent's own records. */
      reason: string;
    }
  | { kind: 'cancel'; task: string };

/** What the worker has to say about a task. */
export type FleetNews =
  | { kind: 'pcs'; pcs: readonly Pc[] }
  | { kind: 'progress'; answered: number }
  /** The PC has not answered for a while. */
  | { kind: 'late' }
  /** The run is over. Checks that could not be asked are among the findings. */
  | { kind: 'found'; findings: readonly Finding[] }
  /**
   * It came to nothing. `unreachable`: the agent does not work for us now; `not-yours`: the agent does
   * not say that the PC is the person's; `expired`: the PC did not answer.
   */
  | { kind: 'failed'; why: 'unreachable' | 'not-yours' | 'expired' };

/** What the bot can ask of the fleet agent. Undefined in a turn: nothing, and it is never mentioned. */
export interface Fleet {
  /** The name people know it by. */
  agent: string;
  /** Checks that can be asked with the settings as they are: id and title. */
  checks: ReadonlyMap<string, string>;
  /** The agent often does not know whose a PC is, and can look for one by its name. */
  canFindByName: boolean;
}
