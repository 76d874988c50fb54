import type { Probe, ProbeResult } from '../knowledge/checks/probe.ts';

/** A PC as the agent knows it. */
export interface Device {
  id: string;
  name: string;
  online: boolean;
  /** ISO 8601, or undefined when the agent does not say. */
  lastSeen: string | undefined;
}

/** One request to look at one PC. */
export interface RunRequest {
  /** The same for every try: the agent starts one run for it. */
  key: string;
  deviceId: string;
  /** The person whose PC it is, who asked. */
  upn: string;
  /** For the agent's own records. Names a case, never a person. */
  reason: string;
  probes: readonly Probe[];
  expiresInSeconds: number;
}

/** A run that the agent has taken. */
export interface StartedRun extends RunRequest {
  /** The agent's name for the run. */
  agentRunId: string;
  /** What earlier looks brought, by probe id. */
  results: Readonly<Record<string, ProbeResult>>;
}

/** How a run stands. */
export interface RunState {
  /**
   * `queued`: the PC has not answered yet, it may be off. `expired` and `cancelled`: what has no
   * result by now will never have one.
   */
  status: 'queued' | 'running' | 'finished' | 'expired' | 'cancelled';
  /** All results so far, by probe id. Observed values have the shape their kind promises. */
  results: Readonly<Record<string, ProbeResult>>;
  /** How long the agent asks to be left alone. 0 when it does not say. */
  retryAfterMs: number;
}

/**
 * What the bot asks of a fleet agent. Every call may throw a FleetFailure and nothing else; no call
 * takes longer than its driver's time-out, and none is repeated by itself.
 */
export interface FleetDriver {
  /** The PCs that are this person's. An unknown person has none. */
  devicesOf: (upn: string) => Promise<Device[]>;
  /**
   * For agents that often do not know whose a PC is: the PC of this name, when the agent can prove
   * that the person is signed in to it. Absent when the agent cannot.
   */
  deviceNamed?: (name: string, upn: string) => Promise<Device | undefined>;
  /** Whether the PC is still this person's. Asked before every run, whatever a card said. */
  isDeviceOf: (deviceId: string, upn: string) => Promise<boolean>;
  /** @returns the agent's name for the run. Safe to repeat with the same key. */
  begin: (request: RunRequest) => Promise<string>;
  look: (run: StartedRun) => Promise<RunState>;
  /** Cancels what has not run. Safe to repeat, also for a run the agent no longer knows. */
  cancel: (agentRunId: string) => Promise<void>;
}
