import { type LiveQuery, type ProbeOf, resultsOf } from '../live-query.ts';
import { nameCondition, processResult } from '../running-processes.ts';

/** Asks for processes, whoever runs them. */
export function processQuery(probes: readonly ProbeOf<'process'>[]): LiveQuery {
  const condition = nameCondition(probes, 'name');
  return {
    probes,
    sql: `SELECT name, path, start_time FROM processes${condition && ` WHERE ${condition}`}`,
    read: (rows) => resultsOf(probes, (probe) => processResult(probe, rows)),
  };
}
