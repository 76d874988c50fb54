import type { Verdict } from './checks/check.ts';

/** A fault that a check can find, and the topic that puts it right. */
export interface LikelyCause {
  check: string;
  topic: string;
  /** A fault by itself. A setting that is not certain matters only with the symptom that fits. */
  certain: boolean;
}

/**
 * What to look at when nobody has said what is wrong, the surest sign first. Without the Oberthur
 * value: it matters for series 8 cards only, and the PC does not know which card that is.
 *
 * A program that does not run comes before the copies of it: where none runs, both are unhealthy, and
 * it is to be opened, not closed. With two copies only the second is.
 */
const likelyCauses: readonly LikelyCause[] = [
  { check: 'port-service', topic: 'auth-failure-400-645', certain: true },
  { check: 'port-service-listening', topic: 'auth-failure-400-645', certain: true },
  { check: 'products-installed', topic: 'multiple-versions', certain: true },
  { check: 'dotnet-release', topic: 'dotnet-48-missing', certain: true },
  { check: 'credential-management-running', topic: 'auth-failure-400-645', certain: true },
  { check: 'product-running', topic: 'multiple-versions', certain: true },
  { check: 'remnants', topic: 'multiple-versions', certain: true },
  { check: 'booted-since-install', topic: 'auth-failure-400-645', certain: false },
  { check: 'auth-server-allowlist', topic: 'ntlm-prompt', certain: false },
  { check: 'zones', topic: 'ntlm-prompt', certain: false },
  { check: 'local-network-access', topic: 'auth-failure-400-645', certain: false },
  { check: 'third-party-cookies', topic: 'ntlm-prompt', certain: false },
];

/** Ids of the checks to run when nobody has said what is wrong. */
export const checksForColdStart: readonly string[] = likelyCauses.map(({ check }) => check);

/** The surest sign of trouble among the verdicts. Undefined when nothing was found wrong. */
export function mostLikely(
  verdictOf: (check: string) => Verdict | undefined,
): LikelyCause | undefined {
  return likelyCauses.find(({ check }) => verdictOf(check) === 'unhealthy');
}
