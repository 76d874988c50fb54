import type { ProbeResult } from '../../knowledge/checks/probe.ts';
import type { RunState, StartedRun } from '../fleet-driver.ts';
import { FleetFailure } from '../fleet-failure.ts';
import type { AskPc } from './create-ask-pc.ts';
import type { LiveQuery } from './live-query.ts';
import { planQueries } from './plan-queries.ts';

type Results = Record<string, ProbeResult>;

/** For a PC that is off. The worker leaves it alone for longer as the run gets older. */
const offlineMs = 10_000;

/** Results for all probes of a query, or none when the PC is off. */
async function resultsFor(
  { probes, sql, read }: LiveQuery,
  ask: (sql: string) => ReturnType<AskPc>,
  now: () => Date,
): Promise<Results> {
  const answer = await ask(sql);
  if ('rows' in answer) return { ...read(answer.rows, now()) };
  const { notAsked } = answer;
  if (notAsked === 'offline') return {};
  return Object.fromEntries(probes.map(({ id }) => [id, { outcome: notAsked }]));
}

/**
 * Looks at a PC for everything that a run has no result for. All of it is asked at the same time: a PC
 * fetches whatever waits for it when it reports, every ten seconds unless Fleet is set up otherwise, and
 * answers all of it at once. One question after the other would take a person ten seconds each.
 * https://github.com/osquery/osquery/issues/7658 (27 June 2022)
 * https://fleetdm.com/docs/rest-api/rest-api#live-query-one-host-ad-hoc
 *
 * Nothing is changed by asking, so what a crash loses is asked again.
 */
export function createLook(ask: AskPc, now: () => Date): (run: StartedRun) => Promise<RunState> {
  return async ({ deviceId, upn, probes, results }) => {
    const began = now();
    const open = probes.filter(({ id }) => !Object.hasOwn(results, id));
    const queries = planQueries(open, upn);
    const settled = await Promise.allSettled(
      queries.map((query) => resultsFor(query, (sql) => ask(deviceId, sql, began), now)),
    );
    const brought = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    const failed = settled.find((each) => each.status === 'rejected');
    // What others have brought is kept, and what failed is asked at the next look.
    const isInVain = brought.every((each) => Object.keys(each).length === 0);
    if (failed && isInVain) throw failed.reason;

    const planned = new Set(queries.flatMap((query) => query.probes.map(({ id }) => id)));
    const unasked = open.filter(({ id }) => !planned.has(id));
    const all: Results = Object.assign(
      { ...results },
      ...unasked.map(({ id }) => ({ [id]: { outcome: 'unsupported' } })),
      ...brought,
    );
    if (probes.every(({ id }) => Object.hasOwn(all, id))) {
      return { status: 'finished', results: all, retryAfterMs: 0 };
    }
    if (!failed) return { status: 'queued', results: all, retryAfterMs: offlineMs };
    const { reason } = failed;
    const retryAfterMs = reason instanceof FleetFailure ? reason.retryAfterMs : 0;
    return { status: 'running', results: all, retryAfterMs };
  };
}
