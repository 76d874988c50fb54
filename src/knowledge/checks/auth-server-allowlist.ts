import { answerOf, type Check, type Judgement } from './check.ts';
import { type Cover, coversLocalhost } from './covers-localhost.ts';
import { couldNotAsk } from './not-asked-words.ts';
import { edgePolicies, hives } from './policy-lists.ts';
import type { Question } from './probe.ts';

const whether = 'whether Edge may log in to localhost by itself';

const unhealthy = (found: string): Judgement => ({
  verdict: 'unhealthy',
  reason: 'Edge asks for a password because localhost is not on its list',
  found,
});

const nearMiss: Record<Exclude<Cover, 'covers'>, string> = {
  'one-port': 'localhost for one port only',
  'other-scheme': 'localhost, but not for http',
  misspelt: 'localhost, but not in a way Edge can read',
  no: 'Other sites only',
};

/** The best that any entry does for localhost. Undefined: there is no entry. */
function bestCover(value: string): Cover | undefined {
  // A space parts nothing: Edge takes both sides of it for one entry.
  const entries = value.split(/[,;]/).filter((entry) => entry.trim() !== '');
  const covers = new Set(entries.map(coversLocalhost));
  const best: readonly Cover[] = ['covers', 'one-port', 'other-scheme', 'misspelt', 'no'];
  return best.find((cover) => covers.has(cover));
}

/**
 * Edge answers a log in challenge of a listed site without asking the person. Windows takes the names
 * of values in any case, so `AuthServerAllowList`, as NHS England spells it, is the same value.
 * https://digital.nhs.uk/services/care-identity-service/setting-up-and-troubleshooting/troubleshooting-nhs-credential-management
 * (19 June 2025)
 */
export const authServerAllowlist: Check = {
  id: 'auth-server-allowlist',
  title: 'Sites Edge logs in to by itself',
  expected: 'localhost is on the list',
  basis: 'nhs',
  probes: () =>
    Object.fromEntries(
      hives.map((hive): [string, Question] => [
        hive,
        { kind: 'registryValue', hive, key: edgePolicies, name: 'AuthServerAllowlist', view: '64' },
      ]),
    ),
  judge: (answers) => {
    for (const hive of hives) {
      const answer = answerOf(answers, hive, 'registryValue');
      // The machine’s value wins over the person’s, so the second counts only without the first.
      if (answer.outcome === 'absent') continue;
      if (answer.outcome !== 'answered') return couldNotAsk(whether, answer.outcome);
      const cover = bestCover([answer.observed.data].flat().join(','));
      if (cover === undefined) return unhealthy('The list is empty');
      if (cover !== 'covers') return unhealthy(nearMiss[cover]);
      return {
        verdict: 'healthy',
        reason: 'Edge may log in to localhost by itself',
        found: 'localhost is on the list',
      };
    }
    return unhealthy('There is no list');
  },
};
