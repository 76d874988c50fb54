import type { Judgement } from './check.ts';

/** What a check found on a PC, kept in the words of the day, so that it reads the same later. */
export interface Finding extends Judgement {
  /** Id of the check. */
  check: string;
  title: string;
  expected: string;
  /** True when `expected` is our own conclusion and not guidance of NHS England or Microsoft. */
  isOurs: boolean;
  /** When the agent answered. ISO 8601, UTC. */
  at: string;
  /** Something was done since that may have changed it. */
  isOld?: boolean;
}
