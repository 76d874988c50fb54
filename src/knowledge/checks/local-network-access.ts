import type { Answers, Check, Judgement } from './check.ts';
import { coversHost, readContentPattern } from './content-pattern.ts';
import { couldNotAsk } from './not-asked-words.ts';
import { countingList, hives, listProbes } from './policy-lists.ts';
import type { NotAsked } from './probe.ts';

const whether = 'whether Edge lets log in pages reach this PC';

/** The narrower pair wins, and in each pair a block wins over an allow. */
const pairs = [
  { blocked: 'LoopbackNetworkBlockedForUrls', allowed: 'LoopbackNetworkAllowedForUrls' },
  { blocked: 'LocalNetworkAccessBlockedForUrls', allowed: 'LocalNetworkAccessAllowedForUrls' },
] as const;

/** In the order in which Edge goes by them. */
const lists = pairs.flatMap(({ blocked, allowed }) => [
  { policy: blocked, say: 'blocked' as const },
  { policy: allowed, say: 'allowed' as const },
]);

/** Whether an entry of a list covers an origin such as `https://login.example`. */
function covers(entry: string, origin: string): boolean {
  const { protocol, hostname, port } = new URL(origin);
  const pattern = readContentPattern(entry);
  const scheme = protocol.slice(0, -1);
  const itsPort = port || (scheme === 'http' ? '80' : '443');
  return (
    pattern !== undefined &&
    coversHost(pattern, { scheme, host: hostname }) &&
    (pattern.port === undefined || pattern.port === itsPort)
  );
}

/** What policies say about one origin: `open` leaves it to the person, `long` is not known. */
type Say = 'blocked' | 'allowed' | 'open' | 'long' | { notAsked: NotAsked };

function sayOf(answers: Answers, origin: string): Say {
  for (const { policy, say } of lists) {
    const { entries, mayGoOn, notAsked } = countingList(answers, policy);
    if (notAsked) return { notAsked };
    if (entries.some((entry) => covers(entry, origin))) return say;
    if (mayGoOn) return 'long';
  }
  return 'open';
}

const judged = (verdict: Judgement['verdict'], reason: string, found: string): Judgement => ({
  verdict,
  reason,
  found,
});

/**
 * Browsers ask before a page may reach the PC itself. A policy can answer for the person; without one
 * their own answer decides, which no policy shows.
 * https://learn.microsoft.com/en-us/deployedge/microsoft-edge-policies/loopbacknetworkallowedforurls
 * That these pages are the ones that have to get through is our conclusion.
 */
export const localNetworkAccess: Check = {
  id: 'local-network-access',
  title: 'Log in pages may reach this PC (Edge)',
  expected: 'Allowed',
  basis: 'ours',
  probes: ({ logInOrigins }) =>
    logInOrigins.length === 0
      ? undefined
      : Object.assign(
          {},
          ...lists.flatMap(({ policy }) => hives.map((hive) => listProbes(policy, hive))),
        ),
  judge: (answers, { logInOrigins }) => {
    const says = logInOrigins.map((origin) => sayOf(answers, origin));
    if (says.includes('blocked')) {
      return judged(
        'unhealthy',
        'Edge blocks log in pages from reaching this PC',
        'Blocked by policy',
      );
    }
    const unknown = says.find((say) => typeof say === 'object');
    if (unknown) return couldNotAsk(whether, unknown.notAsked);
    if (says.length > 0 && says.every((say) => say === 'allowed')) {
      return judged('healthy', 'Edge lets log in pages reach this PC', 'Allowed by policy');
    }
    return judged(
      'cannot-tell',
      `I could not find out ${whether}`,
      says.includes('long')
        ? 'The policy has a long list of sites'
        : 'No policy names these pages: what you answered in Edge decides',
    );
  },
};
