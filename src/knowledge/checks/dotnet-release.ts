import { answerOf, type Check } from './check.ts';
import { couldNotAsk } from './not-asked-words.ts';
import { readDword } from './read-dword.ts';

/**
 * The least `Release` of each version.
 * https://learn.microsoft.com/en-us/dotnet/framework/install/how-to-determine-which-versions-are-installed
 * (20 October 2025)
 */
const versions: readonly (readonly [number, string])[] = [
  [533320, '4.8.1'],
  [528040, '4.8'],
  [461808, '4.7.2'],
  [461308, '4.7.1'],
  [460798, '4.7'],
  [394802, '4.6.2'],
  [394254, '4.6.1'],
  [393295, '4.6'],
  [379893, '4.5.2'],
  [378675, '4.5.1'],
  [378389, '4.5'],
];

const least = 528040;

const versionOf = (release: number) =>
  versions.find(([from]) => release >= from)?.[1] ?? 'Older than 4.5';

/** Agents write the numbers of the upper half as negative ones. No release is ever there. */
const most = 2 ** 31 - 1;

/** NHS Credential Management cannot be put on a PC without .NET Framework 4.8. */
export const dotnetRelease: Check = {
  id: 'dotnet-release',
  title: '.NET Framework',
  expected: '4.8 or later (528040 or more)',
  basis: 'nhs',
  probes: () => ({
    release: {
      kind: 'registryValue',
      hive: 'machine',
      key: 'SOFTWARE\\Microsoft\\NET Framework Setup\\NDP\\v4\\Full',
      name: 'Release',
      view: 'both',
    },
  }),
  judge: (answers) => {
    const answer = answerOf(answers, 'release', 'registryValue');
    if (answer.outcome === 'absent') {
      return {
        verdict: 'unhealthy',
        reason: '.NET Framework 4.8 is missing',
        found: 'Nothing from 4.5 upwards',
      };
    }
    const whether = 'which .NET Framework is installed';
    if (answer.outcome !== 'answered') return couldNotAsk(whether, answer.outcome);
    const release = readDword(answer.observed.data);
    if (release === undefined || release > most) return couldNotAsk(whether, 'error');
    const found = `${versionOf(release)} (${release})`;
    return release >= least
      ? { verdict: 'healthy', reason: '.NET Framework is new enough', found }
      : { verdict: 'unhealthy', reason: '.NET Framework is too old', found };
  },
};
