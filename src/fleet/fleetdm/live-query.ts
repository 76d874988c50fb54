import { Observed, type Probe, type ProbeResult } from '../../knowledge/checks/probe.ts';

/** A row as a PC answers it: every cell is a text, and one without a value is empty. */
export type Row = Readonly<Record<string, string>>;

/** The probes of one or several kinds. */
export type ProbeOf<Kind extends Probe['kind']> = Extract<Probe, { kind: Kind }>;

/** One question to a PC in SQL, which answers several probes. */
export interface LiveQuery {
  probes: readonly Probe[];
  /** One SELECT that asks for no more than the probes need. The same for the same probes. */
  sql: string;
  /** What the rows say, by probe id. `at` is when they came. */
  read: (rows: readonly Row[], at: Date) => Readonly<Record<string, ProbeResult>>;
}

/** One result for each probe, by its id. */
export function resultsOf<P extends Probe>(
  probes: readonly P[],
  resultOf: (probe: P) => ProbeResult,
): Record<string, ProbeResult> {
  return Object.fromEntries(probes.map((probe) => [probe.id, resultOf(probe)]));
}

/** What was observed, unless it breaks a limit that its kind has: then it is no answer. */
export function answered<Kind extends keyof Observed>(
  kind: Kind,
  observed: Observed[Kind],
): ProbeResult {
  const value = Observed[kind].safeParse(observed);
  return value.success ? { outcome: 'answered', observed: value.data } : { outcome: 'error' };
}

/** Whether two names are the same to Windows, which takes them in any case. */
export function isSameName(one: string | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}
