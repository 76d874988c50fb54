import { type Answers, answerOf } from './check.ts';
import { hives } from './policy-lists.ts';
import type { NotAsked, Question } from './probe.ts';
import { readDword } from './read-dword.ts';

const settings = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings';
const policies = 'SOFTWARE\\Policies\\Microsoft\\Windows\\CurrentVersion\\Internet Settings';
const site = `${settings}\\ZoneMap\\Domains\\localhost`;
const assigned = `${policies}\\ZoneMapKey`;

/**
 * Where a site is put into a zone. What a policy assigns wins over the list of sites; that it does is
 * general Windows knowledge.
 * https://github.com/MicrosoftDocs/SupportArticles-docs (ie-security-zones-registry-entries.md, 13 October 2020)
 */
const layers = [
  [
    { place: 'policy-url', key: assigned, name: 'http://localhost' },
    { place: 'policy-host', key: assigned, name: 'localhost' },
  ],
  [
    { place: 'site-http', key: site, name: 'http' },
    { place: 'site-any', key: site, name: '*' },
  ],
] as const;

/** Asks every place that may put http://localhost into a zone. */
export function zoneProbes(): Record<string, Question> {
  const value = (hive: 'machine' | 'user', key: string, name: string): Question => ({
    kind: 'registryValue',
    hive,
    key,
    name,
    view: '64',
  });
  return {
    machineOnly: value('machine', policies, 'Security_HKLM_only'),
    ...Object.fromEntries(
      layers
        .flat()
        .flatMap(({ place, key, name }) =>
          hives.map((hive): [string, Question] => [`${place}-${hive}`, value(hive, key, name)]),
        ),
    ),
  };
}

/** The zones that the first layer with any puts it into, or why they are not known. -1: not a number. */
export function zonesIn(answers: Answers): number[] | NotAsked {
  const machineOnly = answerOf(answers, 'machineOnly', 'registryValue');
  if (machineOnly.outcome !== 'answered' && machineOnly.outcome !== 'absent') {
    return machineOnly.outcome;
  }
  const onlyMachine =
    machineOnly.outcome === 'answered' && readDword(machineOnly.observed.data) === 1;
  for (const layer of layers) {
    const zones: number[] = [];
    for (const { place } of layer) {
      // Without that setting Windows reads both hives together, and no page says which of them wins.
      for (const hive of onlyMachine ? (['machine'] as const) : hives) {
        const answer = answerOf(answers, `${place}-${hive}`, 'registryValue');
        if (answer.outcome === 'answered') zones.push(readDword(answer.observed.data) ?? -1);
        else if (answer.outcome !== 'absent') return answer.outcome;
      }
    }
    if (zones.length > 0) return zones;
  }
  return [];
}
