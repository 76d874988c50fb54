import { type Answers, answerOf, type Check, type Judgement } from './check.ts';
import { coversHost, readContentPattern } from './content-pattern.ts';
import { couldNotAsk } from './not-asked-words.ts';
import { countingList, edgePolicies, hives, listProbes } from './policy-lists.ts';
import type { Question } from './probe.ts';
import { readDword } from './read-dword.ts';

const whether = 'whether Edge lets localhost use third-party cookies';
const block = 'BlockThirdPartyCookies';
const allowed = 'CookiesAllowedForUrls';

function blockProbes(): Record<string, Question> {
  return Object.fromEntries(
    hives.map((hive): [string, Question] => [
      `${block}-${hive}`,
      { kind: 'registryValue', hive, key: edgePolicies, name: block, view: '64' },
    ]),
  );
}

/** What an exception does for http://localhost. `part`: for one port, or on one site, only. */
type Exception = 'all' | 'part' | 'none';

/** Reads `[*.]localhost`, or a pair: where the site is shown inside. A lone `*` is not taken. */
function exceptionIn(entry: string): Exception {
  const [first = '', inside] = entry.split(',');
  const site = readContentPattern(first);
  if (site?.host === undefined || !coversHost(site, { scheme: 'http', host: 'localhost' })) {
    return 'none';
  }
  return site.port === undefined && inside === undefined ? 'all' : 'part';
}

/** Whether a policy blocks, or allows and locks. Undefined: no policy says. */
function blockPolicy(answers: Answers): 'blocks' | 'allows' | undefined | Judgement {
  for (const hive of hives) {
    const answer = answerOf(answers, `${block}-${hive}`, 'registryValue');
    // The machine’s value wins over the person’s, so the second counts only without the first.
    if (answer.outcome === 'absent') continue;
    if (answer.outcome !== 'answered') return couldNotAsk(whether, answer.outcome);
    const value = readDword(answer.observed.data);
    if (value === undefined) return couldNotAsk(whether, 'error');
    return value === 0 ? 'allows' : 'blocks';
  }
  return undefined;
}

const judged = (verdict: Judgement['verdict'], found: string): Judgement => ({
  verdict,
  reason: {
    healthy: 'Edge lets localhost use cookies',
    unhealthy: 'Edge blocks cookies that log in needs',
    'cannot-tell': `I could not find out ${whether}`,
  }[verdict],
  found,
});

/**
 * Log in sets cookies for localhost from other sites.
 * https://learn.microsoft.com/en-us/deployedge/microsoft-edge-policies/cookiesallowedforurls
 * Without a policy the person’s own setting decides, which no policy shows: then this cannot tell.
 */
export const thirdPartyCookies: Check = {
  id: 'third-party-cookies',
  title: 'Cookies for localhost in Edge',
  expected: 'Allowed',
  basis: 'nhs',
  probes: () => ({
    ...blockProbes(),
    ...listProbes(allowed, 'machine'),
    ...listProbes(allowed, 'user'),
  }),
  judge: (answers) => {
    const policy = blockPolicy(answers);
    if (typeof policy === 'object') return policy;
    if (policy === 'allows') return judged('healthy', 'Allowed for all sites by policy');
    const { entries, mayGoOn, notAsked } = countingList(answers, allowed);
    if (notAsked) return couldNotAsk(whether, notAsked);
    const exceptions = new Set(entries.map(exceptionIn));
    if (exceptions.has('all')) return judged('healthy', 'Allowed by policy');
    if (policy === undefined) {
      return judged('cannot-tell', 'No policy: the setting in the browser decides');
    }
    if (exceptions.has('part')) {
      return judged('cannot-tell', 'Blocked by policy, allowed for a part of localhost only');
    }
    return mayGoOn
      ? judged('cannot-tell', 'Blocked by policy, with a long list of exceptions')
      : judged('unhealthy', 'Blocked by policy, no exception for http://localhost');
  },
};
