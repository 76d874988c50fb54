import { healthyPc, type PcState } from '../../../dev/fleet-simulator/pc-state.ts';
import type { OsqueryTables } from './osquery-schema.ts';
import { osqueryTables } from './osquery-tables.ts';
import type { FakeValue } from './registry-rows.ts';

/** A host as the fake server knows it. */
export interface FakePc {
  id: number;
  hostname: string;
  computerName: string;
  platform: string;
  isOnline: boolean;
  seenAt: string;
  /** Whom Fleet maps the host to. */
  emails: string[];
  tables: OsqueryTables;
  /** How many of the next live queries it does not answer in time. */
  timeouts: number;
  /** Queries with these words are on its denylist. */
  denylisted: string | undefined;
  /** The words of an error that SQLite makes of every query. */
  sqlError: string | undefined;
  /** The token may not query it. */
  isForbidden: boolean;
}

/** When tests take place. */
export const testNow = new Date('2026-11-24T09:00:00Z');

/** A Windows PC on which all is well, with the people who are signed in to it. */
export function fakePc(
  id: number,
  users: string[],
  {
    state = {},
    values = [],
    tables = {},
    ...parts
  }: Partial<FakePc> & { state?: Partial<PcState>; values?: FakeValue[] } = {},
): FakePc {
  const name = `WARD7-PC${id}`;
  return {
    id,
    hostname: name,
    computerName: name,
    platform: 'windows',
    isOnline: true,
    seenAt: '2026-11-24T08:59:50Z',
    emails: [],
    timeouts: 0,
    denylisted: undefined,
    sqlError: undefined,
    isForbidden: false,
    ...parts,
    tables: { ...osqueryTables(healthyPc(name, users, state), testNow, values), ...tables },
  };
}
