import { z } from 'zod';
import type { NotAsked } from '../../knowledge/checks/probe.ts';
import { FleetFailure } from '../fleet-failure.ts';
import type { Row } from './live-query.ts';

/** What became of one live query: rows, none of them when nothing was found, or why it was not asked. */
export type LiveAnswer = { rows: readonly Row[] } | { notAsked: NotAsked };

const mostRows = 20_000;

const Answer = z.object({
  host_id: z.number(),
  status: z.enum(['online', 'offline']),
  error: z.string().nullish(),
  rows: z.array(z.record(z.string(), z.string())).max(mostRows).nullish(),
});

/**
 * The words of Fleet for its own time-out, of osquery for a query that it leaves alone for a day after
 * it made the agent restart, and of SQLite for a table that this version of osquery does not have.
 * https://github.com/fleetdm/fleet/blob/f85b6f7/server/service/live_queries.go
 * https://osquery.readthedocs.io/en/latest/deployment/debugging/#distributed-query-denylisting
 */
const reasons: readonly (readonly [RegExp, NotAsked])[] = [
  [/^timeout waiting for results/i, 'timeout'],
  [/denylisted/i, 'denied'],
  [/no such (table|column)/i, 'unsupported'],
];

/** Reads the answer to a live query. Fleet answers with status 200 whatever became of it. */
export function readLiveAnswer(body: unknown, hostId: string): LiveAnswer {
  const parsed = Answer.safeParse(body);
  if (!parsed.success) {
    // No more of the path: below it stands what the PC has answered.
    const where = String(parsed.error.issues[0]?.path[0] ?? '');
    throw new FleetFailure('wrong', `the live query is not answered as documented, at "${where}"`);
  }
  const { host_id, status, error, rows } = parsed.data;
  if (String(host_id) !== hostId) throw new FleetFailure('wrong', 'another PC was asked');
  // An error may come beside an empty list of rows, which then says nothing about the PC.
  if (error) {
    return { notAsked: reasons.find(([words]) => words.test(error))?.[1] ?? 'error' };
  }
  if (rows) return { rows };
  if (status === 'offline') return { notAsked: 'offline' };
  throw new FleetFailure('wrong', 'the live query is answered with neither rows nor a reason');
}
