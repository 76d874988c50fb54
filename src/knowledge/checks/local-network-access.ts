import type { Answers, Check, Judgement } from './check.ts';
import { couldNotAsk } from './not-asked-words.ts';
import { hives, listProbes, type PolicyList, readList } from './policy-lists.ts';
import type { NotAsked } from './probe.ts';

const whether = 'whether Edge lets log in pages reach this PC';

/** The narrower pair wins, and in each pair a block wins over an allow. */
const pairs = [
  { blocked: 'LoopbackNetworkBlockedForUrls', allowed: 'LoopbackNetworkAllowedForUrls' },
  { blocked: 'LocalNetworkAccessBlockedForUrls', allowed: 'LocalNetworkAccessAllowedForUrls' },
] as const;

/** Whether a policy pattern such as `https://*.nhs.uk`, `[*.]nhs.uk` or `*` covers an origin. */
function covers(pattern: string, origin: string): boolean {
  const { protocol, hostname, port } = new URL(origin);
  const [, scheme, anySub, host, itsPort] =
    /^(?:(https?|\*):\/\/)?(\[\*\.\]|\*\.)?([^:/\s]+)(?::(\d+|\*))?\/?\*?$/.exec(
      pattern.toLowerCase(),
    ) ?? [];
  if (host === undefined) return false;
  if (scheme !== undefined && scheme !== '*' && `${scheme}:` !== protocol) return false;
  if (itsPort !== undefined && itsPort !== '*' && itsPort !== (port || '443')) return false;
  if (host === '*') return true;
  return hostname === host || (anySub !== undefined && hostname.endsWith(`.${host}`));
}

/** Blocked, allowed, or left to the person, for one origin. */
type Say = 'blocked' | 'allowed' | 'open' | { notAsked: NotAsked };

function sayOf(answers: Answers, origin: string): Say {
  for (const { blocked, allowed } of pairs) {
    // The machine’s list counts where there is one, else the person’s.
    const listOf = (policy: string): PolicyList => {
      const machine = readList(answers, policy, 'machine');
      return machine.entries.length > 0 || machine.notAsked
        ? machine
        : readList(answers, policy, 'user');
    };
    const blocks = listOf(blocked);
    if (blocks.notAsked) return { notAsked: blocks.notAsked };
    if (blocks.entries.some((pattern) => covers(pattern, origin))) return 'blocked';
    if (blocks.mayGoOn) return 'open';
    const allows = listOf(allowed);
    if (allows.notAsked) return { notAsked: allows.notAsked };
    if (allows.entries.some((pattern) => covers(pattern, origin))) return 'allowed';
    if (allows.mayGoOn) return 'open';
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
          ...pairs.flatMap(({ blocked, allowed }) =>
            [blocked, allowed].flatMap((policy) => hives.map((hive) => listProbes(policy, hive))),
          ),
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
    return says.length > 0 && says.every((say) => say === 'allowed')
      ? judged('healthy', 'Edge lets log in pages reach this PC', 'Allowed by policy')
      : judged(
          'cannot-tell',
          `I could not find out ${whether}`,
          'No policy: what you answered in Edge decides',
        );
  },
};
