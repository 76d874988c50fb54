import type { NotAsked, Observed, Probe, ProbeResult, Question } from './probe.ts';

/** What differs between organisations and is not published. */
export interface CheckSettings {
  /**
   * Process name of NHS Credential Management, where `*` stands for any letters. It is not published:
   * undefined leaves out the checks that need it, rather than guess and report it as not running.
   */
  processName: string | undefined;
  /** MSI product codes of versions that may have left pieces behind, such as `{…}`. Not published. */
  productCodes: readonly string[];
  /** Origins of log in pages that have to reach the PC itself. */
  logInOrigins: readonly string[];
}

/** `cannot-tell` moves nothing: the person is asked. */
export type Verdict = 'healthy' | 'unhealthy' | 'cannot-tell';

/** What a check makes of the answers, in words for people. No full stops: they stand in a table. */
export interface Judgement {
  verdict: Verdict;
  /** The finding as one plain sentence part, such as "NHS Port Service is stopped". */
  reason: string;
  /** What was found, such as "Stopped, starts automatically". */
  found: string;
  /** Why something could not be asked, when that is the reason for `cannot-tell`. */
  notAsked?: NotAsked;
}

/** The answers to the probes of one check, by the names the check gave them. */
export type Answers = Readonly<Record<string, ProbeResult | undefined>>;

/** One named fact about a PC, with the rule that judges it. Pure. */
export interface Check {
  /** Kebab-case, as the flows of the articles name it. */
  id: string;
  /** What is looked at, in plain words, for the consent card and the result table. */
  title: string;
  /** What the answer has to be, such as "Running, starts automatically". */
  expected: string;
  /** Whose rule it is. `ours` is shown as our own conclusion, never as guidance. */
  basis: 'nhs' | 'microsoft' | 'ours';
  /** The probes by name. Undefined when the settings lack what it takes to ask. */
  probes: (settings: CheckSettings) => Readonly<Record<string, Question>> | undefined;
  /** A probe without an answer counts as `error`. */
  judge: (answers: Answers, settings: CheckSettings) => Judgement;
}

/** The answer to a probe of a known kind, or that there is none. */
export function answerOf<Kind extends keyof Observed>(
  answers: Answers,
  name: string,
  _kind: Kind,
): ProbeResult<Kind> {
  return (answers[name] ?? { outcome: 'error' }) as ProbeResult<Kind>;
}

/** The probes of several checks, each named `check.probe`. */
export function probesOf(checks: readonly Check[], settings: CheckSettings): Probe[] {
  return checks.flatMap((check) =>
    Object.entries(check.probes(settings) ?? {}).map(
      ([name, question]): Probe => ({ id: `${check.id}.${name}`, ...question }),
    ),
  );
}
