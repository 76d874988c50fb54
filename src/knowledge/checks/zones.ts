import { type Answers, answerOf, type Check, type Judgement } from './check.ts';
import { couldNotAsk } from './not-asked-words.ts';
import { hives } from './policy-lists.ts';
import type { NotAsked, Question } from './probe.ts';
import { readDword } from './read-dword.ts';

const whether = 'which zone Windows puts http://localhost in';
const settings = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings';
const policies = 'SOFTWARE\\Policies\\Microsoft\\Windows\\CurrentVersion\\Internet Settings';
const site = `${settings}\\ZoneMap\\Domains\\localhost`;
const assigned = `${policies}\\ZoneMapKey`;

/**
 * Where a site is put into a zone, the place that wins first: by policy, then on the list of sites.
 * https://github.com/MicrosoftDocs/SupportArticles-docs (ie-security-zones-registry-entries.md, 13 October 2020)
 */
const places = [
  { place: 'policy-url', key: assigned, name: 'http://localhost' },
  { place: 'policy-host', key: assigned, name: 'localhost' },
  { place: 'site-http', key: site, name: 'http' },
  { place: 'site-any', key: site, name: '*' },
] as const;

const zoneNames: Readonly<Record<number, string>> = {
  1: 'Local intranet',
  2: 'Trusted sites',
  3: 'Internet',
  4: 'Restricted sites',
};

function probes(): Record<string, Question> {
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
      places.flatMap(({ place, key, name }) =>
        hives.map((hive): [string, Question] => [`${place}-${hive}`, value(hive, key, name)]),
      ),
    ),
  };
}

/** Zones that the places name, and what keeps us from knowing all of them. */
function zonesIn(answers: Answers): { zones: number[]; notAsked: NotAsked | undefined } {
  let notAsked: NotAsked | undefined;
  const machineOnly = answerOf(answers, 'machineOnly', 'registryValue');
  if (machineOnly.outcome !== 'answered' && machineOnly.outcome !== 'absent') {
    return { zones: [], notAsked: machineOnly.outcome };
  }
  const onlyMachine =
    machineOnly.outcome === 'answered' && readDword(machineOnly.observed.data) === 1;
  const zones: number[] = [];
  for (const { place } of places) {
    for (const hive of onlyMachine ? (['machine'] as const) : hives) {
      const answer = answerOf(answers, `${place}-${hive}`, 'registryValue');
      if (answer.outcome === 'absent') continue;
      if (answer.outcome !== 'answered') {
        notAsked ??= answer.outcome;
        continue;
      }
      zones.push(readDword(answer.observed.data) ?? -1);
    }
  }
  return { zones, notAsked };
}

const judged = (verdict: Judgement['verdict'], reason: string, found: string): Judgement => ({
  verdict,
  reason,
  found,
});

/** Whether http://localhost is on the Local intranet or Trusted sites list. That both will do is our conclusion. */
export const zones: Check = {
  id: 'zones',
  title: 'Zone of http://localhost',
  expected: 'Local intranet or Trusted sites',
  basis: 'ours',
  probes,
  judge: (answers) => {
    const { zones: found, notAsked } = zonesIn(answers);
    if (notAsked) return couldNotAsk(whether, notAsked);
    const names = [...new Set(found)].map((zone) => zoneNames[zone]);
    if (names.length === 0) {
      return judged(
        'unhealthy',
        'http://localhost is on no site list of Windows',
        'On neither list',
      );
    }
    // Places that disagree, or a zone that has no list: which of them counts is for IT to see.
    const [name] = names;
    if (names.length > 1 || name === undefined) {
      return judged('cannot-tell', `I could not find out ${whether}`, 'The settings do not agree');
    }
    return found[0] === 1 || found[0] === 2
      ? judged('healthy', 'http://localhost is on a site list of Windows', name)
      : judged('unhealthy', 'http://localhost is in a zone that asks for a password', name);
  },
};
