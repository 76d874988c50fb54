import { type Answers, answerOf, type Check, type Judgement } from './check.ts';
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

/** A pattern such as `http://localhost`, `[*.]localhost` or `http://localhost:43485,*`. A lone `*` is not taken. */
function coversLocalhost(pattern: string): boolean {
  const [site = ''] = pattern.toLowerCase().split(',');
  return /^(http:\/\/|\*:\/\/)?(\[\*\.\])?localhost(:[\d*]+)?\/?$/.test(site.trim());
}

/** 1 blocks, 0 allows and locks. Undefined: no policy says. */
function blockPolicy(answers: Answers): number | undefined | Judgement {
  for (const hive of hives) {
    const answer = answerOf(answers, `${block}-${hive}`, 'registryValue');
    if (answer.outcome === 'absent') continue;
    if (answer.outcome !== 'answered') return couldNotAsk(whether, answer.outcome);
    return readDword(answer.observed.data) ?? couldNotAsk(whether, 'error');
  }
  return undefined;
}

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
    const list = countingList(answers, allowed);
    if (list.notAsked) return couldNotAsk(whether, list.notAsked);
    if (list.entries.some(coversLocalhost)) {
      return {
        verdict: 'healthy',
        reason: 'Edge lets localhost use cookies',
        found: 'Allowed by policy',
      };
    }
    if (policy === 0) {
      return {
        verdict: 'healthy',
        reason: 'Edge lets localhost use cookies',
        found: 'Allowed for all sites by policy',
      };
    }
    if (policy === 1 && !list.mayGoOn) {
      return {
        verdict: 'unhealthy',
        reason: 'Edge blocks cookies that log in needs',
        found: 'Blocked by policy, no exception for localhost',
      };
    }
    const found =
      policy === 1
        ? 'Blocked by policy, with a long list of exceptions'
        : 'No policy: the setting in the browser decides';
    return { verdict: 'cannot-tell', reason: `I could not find out ${whether}`, found };
  },
};
