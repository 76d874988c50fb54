import type { Judgement } from './check.ts';
import type { NotAsked, ProbeResult } from './probe.ts';

const words: Record<NotAsked, string> = {
  offline: 'The PC was off or not on the network',
  timeout: 'The PC did not answer in time',
  denied: 'I am not allowed to look at this',
  unsupported: 'This cannot be looked at on this PC',
  error: 'The answer could not be read',
};

/** The first of several results that is no answer. */
export function firstNotAsked(results: readonly (ProbeResult | undefined)[]): NotAsked | undefined {
  for (const result of results) {
    const outcome = result?.outcome ?? 'error';
    if (outcome !== 'answered' && outcome !== 'absent') return outcome;
  }
  return undefined;
}

/**
 * The judgement of a check that has no answer it could go by.
 *
 * @param whether what is not known, such as "whether NHS Port Service is running"
 */
export function couldNotAsk(whether: string, why: NotAsked): Judgement {
  return {
    verdict: 'cannot-tell',
    reason: `I could not find out ${whether}`,
    found: words[why],
    notAsked: why,
  };
}
