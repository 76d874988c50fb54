import type { ProbeResult } from '../../knowledge/checks/probe.ts';
import { answered, isSameName, type ProbeOf, type Row } from './live-query.ts';

export type RegistryProbe = ProbeOf<'registryValue' | 'registryKey'>;

/** What to look for below a hive: a value, or a key among those below another one. */
export interface RegistryEntry {
  key: string;
  name: string;
  view: '64' | '32';
}

/**
 * A key as 64-bit programs spell it, for each view it is asked in. Osquery is one of them, and finds
 * what 32-bit programs see only where Windows keeps it.
 * https://learn.microsoft.com/en-us/windows/win32/sysinfo/32-bit-and-64-bit-application-data-in-the-registry
 */
function placesOf({ key, view }: RegistryProbe): { key: string; view: '64' | '32' }[] {
  const [, below] = /^software(?:\\(.*))?$/i.exec(key) ?? [];
  const isRedirected = below !== undefined && !/^wow6432node(\\|$)/i.test(below);
  const narrow = {
    key: isRedirected ? `SOFTWARE\\WOW6432Node\\${below}` : key,
    view: '32',
  } as const;
  const wide = { key, view: '64' } as const;
  if (view === '64') return [wide];
  if (view === '32') return [narrow];
  return isRedirected ? [wide, narrow] : [wide];
}

/** Where a probe’s answer may stand, the place that counts first. */
export function registryEntriesOf(probe: RegistryProbe): RegistryEntry[] {
  return placesOf(probe).map(({ key, view }) => {
    if (probe.kind === 'registryValue') return { key, name: probe.name, view };
    // A key without values has no rows of its own, but its parent lists it.
    const cut = key.lastIndexOf('\\');
    return { key: key.slice(0, Math.max(cut, 0)), name: key.slice(cut + 1), view };
  });
}

/** A key below a hive, such as `HKEY_LOCAL_MACHINE`, in full. */
export function inHive(hive: string, key: string): string {
  return key === '' ? hive : `${hive}\\${key}`;
}

/** Osquery writes a DWORD with a sign. */
function readData({ type = '', data = '' }: Row): string | number {
  if (type !== 'REG_DWORD' || !/^-?\d{1,10}$/.test(data)) return data;
  const value = Number(data);
  return value < 0 ? value + 2 ** 32 : value;
}

/**
 * What the rows of a hive say to a probe. One value that cannot be read out ends osquery’s list of a key,
 * so that `absent` means no more than that it was not found there.
 * https://github.com/osquery/osquery/blob/2b2e9dc/osquery/tables/system/windows/registry.cpp
 */
export function registryResult(
  probe: RegistryProbe,
  hive: string,
  rows: readonly Row[],
): ProbeResult {
  for (const { key, name, view } of registryEntriesOf(probe)) {
    const row = rows.find(
      (each) =>
        isSameName(each.key, inHive(hive, key)) &&
        isSameName(each.name, name) &&
        (each.type === 'subkey') === (probe.kind === 'registryKey'),
    );
    if (!row) continue;
    return probe.kind === 'registryKey'
      ? answered('registryKey', { exists: true })
      : answered('registryValue', { type: row.type ?? '', data: readData(row), view });
  }
  return { outcome: 'absent' };
}
