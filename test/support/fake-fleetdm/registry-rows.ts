import type { Cells } from './osquery-schema.ts';

/** A value of a simulated registry. */
export interface FakeValue {
  /** In full, such as `HKEY_LOCAL_MACHINE\SOFTWARE\Policies`. */
  key: string;
  /** Absent for a key that has no values. */
  name?: string;
  type?: string;
  data?: string | number;
  /** Osquery cannot read it, and lists no more of its key. */
  isUnreadable?: boolean;
}

/** Osquery reads the four bytes of a DWORD as a number with a sign. */
function dataOf({ type, data = '' }: FakeValue): string {
  return type === 'REG_DWORD' ? String(Number(data) | 0) : String(data);
}

/** Rows of `registry`: for each key those below it, then its values up to one that cannot be read. */
export function registryRows(values: readonly FakeValue[]): Cells[] {
  const subkeys = new Map<string, Cells>();
  for (const { key } of values) {
    const parts = key.split('\\');
    for (let depth = 1; depth < parts.length; depth += 1) {
      const path = parts.slice(0, depth + 1).join('\\');
      const above = parts.slice(0, depth).join('\\');
      subkeys.set(path, { key: above, path, name: parts[depth] ?? '', type: 'subkey', data: '' });
    }
  }
  const ended = new Set<string>();
  const rows: Cells[] = [];
  for (const value of values) {
    const { key, name, type = 'REG_SZ', isUnreadable = false } = value;
    if (isUnreadable) ended.add(key);
    if (name === undefined || ended.has(key)) continue;
    rows.push({ key, path: `${key}\\${name}`, name, type, data: dataOf(value) });
  }
  return [...subkeys.values(), ...rows];
}
