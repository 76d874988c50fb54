import { answered, isSameName, type LiveQuery, type ProbeOf, resultsOf } from '../live-query.ts';
import { sqlTexts } from '../sql-text.ts';

/** As the contract of the fleet agent API writes them. */
const startTypes: Readonly<Record<string, string>> = {
  AUTO_START: 'auto',
  DEMAND_START: 'manual',
  DISABLED: 'disabled',
};

/** Asks how services run and start. */
export function serviceQuery(probes: readonly ProbeOf<'service'>[]): LiveQuery {
  const names = sqlTexts(probes.map(({ displayName }) => displayName));
  return {
    probes,
    sql:
      'SELECT display_name, status, start_type FROM services' +
      ` WHERE display_name COLLATE NOCASE IN ${names}`,
    read: (rows) =>
      resultsOf(probes, ({ displayName }) => {
        const row = rows.find(({ display_name }) => isSameName(display_name, displayName));
        if (!row) return { outcome: 'absent' };
        const { status = '', start_type: start } = row;
        return answered('service', {
          status: status.toLowerCase(),
          ...(start ? { startType: startTypes[start] ?? start.toLowerCase() } : {}),
        });
      }),
  };
}
