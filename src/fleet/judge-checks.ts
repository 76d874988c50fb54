import type { Check, CheckSettings } from '../knowledge/checks/check.ts';
import type { Finding } from '../knowledge/checks/finding.ts';
import type { ProbeResult } from '../knowledge/checks/probe.ts';

type Results = Readonly<Record<string, ProbeResult>>;

/** The results that belong to one check, by the names it gave its probes. */
function answersTo(check: Check, results: Results): Record<string, ProbeResult> {
  const prefix = `${check.id}.`;
  return Object.fromEntries(
    Object.entries(results)
      .filter(([id]) => id.startsWith(prefix))
      .map(([id, result]) => [id.slice(prefix.length), result]),
  );
}

/**
 * What the results say, one finding for each check. What has no result counts as not asked.
 *
 * @param redact takes out of a text what must not be kept
 */
export function judgeChecks(
  checks: readonly Check[],
  results: Results,
  { settings, at, redact }: { settings: CheckSettings; at: Date; redact: (text: string) => string },
): Finding[] {
  return checks.map((check) => {
    const judged = check.judge(answersTo(check, results), settings);
    return {
      ...judged,
      reason: redact(judged.reason),
      found: redact(judged.found),
      check: check.id,
      title: check.title,
      expected: check.expected,
      isOurs: check.basis === 'ours',
      at: at.toISOString(),
    };
  });
}
