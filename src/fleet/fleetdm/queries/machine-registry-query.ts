import { type LiveQuery, resultsOf } from '../live-query.ts';
import {
  inHive,
  type RegistryProbe,
  registryEntriesOf,
  registryResult,
} from '../registry-entries.ts';
import { sqlTexts } from '../sql-text.ts';

const hive = 'HKEY_LOCAL_MACHINE';

/** Asks for keys and values of the machine, all of them at once. */
export function machineRegistryQuery(probes: readonly RegistryProbe[]): LiveQuery {
  const entries = probes.flatMap(registryEntriesOf);
  const keys = sqlTexts(entries.map(({ key }) => inHive(hive, key)));
  const names = sqlTexts(entries.map(({ name }) => name));
  return {
    probes,
    // Osquery lists the keys it is told, so a key has to be told on every path through the condition.
    sql:
      'SELECT key, name, type, data FROM registry' +
      ` WHERE key COLLATE NOCASE IN ${keys} AND name COLLATE NOCASE IN ${names}`,
    read: (rows) => resultsOf(probes, (probe) => registryResult(probe, hive, rows)),
  };
}
