import { type LiveQuery, type ProbeOf, type Row, resultsOf } from '../live-query.ts';
import { nameCondition, processResult } from '../running-processes.ts';
import { isPerson, onePerson } from '../signed-in-person.ts';

/**
 * Whether all processes in the rows are the person’s. Osquery names their owner by the last number of
 * the security identifier only, which accounts of two domains can share.
 * https://github.com/osquery/osquery/blob/0328876/osquery/utils/system/windows/users_groups_helpers.cpp
 */
function areTheirs(rows: readonly Row[]): boolean {
  const sid = onePerson(rows);
  return sid !== undefined && rows.every(({ owner }) => owner === sid);
}

/**
 * Asks for processes that the person runs. The outer joins answer with the person even where none runs:
 * no row at all means that the person is not signed in, so nothing was asked.
 *
 * `uid_signed` is for accounts of Entra ID, whose number is often too large for the agents that write
 * it with a sign.
 */
export function ownProcessQuery(probes: readonly ProbeOf<'process'>[], upn: string): LiveQuery {
  const condition = nameCondition(probes, 'process.name');
  return {
    probes,
    sql:
      'SELECT person.sid AS sid, namesake.uuid AS owner, process.pid AS pid,' +
      ' process.name AS name, process.path AS path, process.start_time AS start_time' +
      ' FROM logged_in_users AS person' +
      ' LEFT JOIN users AS account ON account.uuid = person.sid' +
      ' LEFT JOIN users AS namesake ON namesake.uid = account.uid' +
      ' LEFT JOIN processes AS process ON process.uid IN (account.uid, account.uid_signed)' +
      `${condition && ` AND ${condition}`}` +
      ` WHERE ${isPerson(upn)}`,
    read: (rows) => {
      // Somebody with two sessions stands in the rows twice, with the same processes.
      const processes = [...new Map(rows.map((row) => [row.pid, row])).values()];
      const areKnown = areTheirs(rows);
      return resultsOf(probes, (probe) =>
        areKnown ? processResult(probe, processes) : { outcome: 'error' },
      );
    },
  };
}
