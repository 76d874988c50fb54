import type { PcCheck } from './pc-check.ts';

/** Who the person is for this trouble. `it` has admin rights on the PC, `staff` has not. */
export type Role = 'staff' | 'it';

/**
 * How a case stands. `open` waits for the person, `fixed` and `escalated` ended at an outcome,
 * `closed` was put away by the person.
 */
export type CaseStatus = 'open' | 'fixed' | 'escalated' | 'closed';

/** One thing the person did, kept in the words they saw, so that it reads the same after content changes. */
export interface TrailEntry {
  /** Flow node, or `role` for the question that settles who the person is. */
  node: string;
  asked: string;
  answered: string;
  /** ISO 8601, UTC. */
  at: string;
  /** A check of the PC answered, not the person. */
  byCheck?: true;
}

/** One person's trouble: what it is about, where they are in it, and how they got there. */
export interface Case {
  /** Also the reference people quote, such as `SC-4K7Q-W9XZ-2M5T`. */
  id: string;
  topicId: string;
  /** Undefined until the person has said; the role question is then the step shown. */
  role: Role | undefined;
  node: string;
  /** Counts every change of what the card shows. A press from an older step changes nothing. */
  step: number;
  status: CaseStatus;
  /** The person's first words, redacted. Empty when the case was opened by a button. */
  said: string;
  trail: readonly TrailEntry[];
  pc?: PcCheck;
  /** ISO 8601, UTC. */
  openedAt: string;
  updatedAt: string;
}
