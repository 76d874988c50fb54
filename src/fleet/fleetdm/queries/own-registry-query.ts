import { type LiveQuery, resultsOf } from '../live-query.ts';
import { type RegistryProbe, registryEntriesOf, registryResult } from '../registry-entries.ts';
import { isPerson, onePerson } from '../signed-in-person.ts';
import { sqlText, sqlTexts } from '../sql-text.ts';

/**
 * Asks for keys and values of the person’s own hive. The outer join answers with the person even where
 * nothing is found: no row at all means that the person is not signed in, so nothing was asked.
 */
export function ownRegistryQuery(probes: readonly RegistryProbe[], upn: string): LiveQuery {
  const entries = probes.flatMap(registryEntriesOf);
  const ownKey = (key: string) =>
    key === '' ? 'person.registry_hive' : `person.registry_hive || ${sqlText(`\\${key}`)}`;
  const keys = [...new Set(entries.map(({ key }) => ownKey(key)))].join(', ');
  const names = sqlTexts(entries.map(({ name }) => name));
  return {
    probes,
    sql:
      'SELECT person.sid AS sid, entry.key AS key, entry.name AS name, entry.type AS type,' +
      ' entry.data AS data FROM logged_in_users AS person' +
      ` LEFT JOIN registry AS entry ON entry.key COLLATE NOCASE IN (${keys})` +
      ` AND entry.name COLLATE NOCASE IN ${names}` +
      ` WHERE ${isPerson(upn)}`,
    read: (rows) => {
      const sid = onePerson(rows);
      return resultsOf(probes, (probe) =>
        sid === undefined
          ? { outcome: 'error' }
          : registryResult(probe, `HKEY_USERS\\${sid}`, rows),
      );
    },
  };
}
