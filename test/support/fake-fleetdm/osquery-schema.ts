/**
 * Tables of osquery on Windows, as far as they are used, with SQLite types.
 * https://osquery.io/schema/ (specs at f80ac2b, d0ca881, bfddc98 and 25c5b65 of osquery/osquery)
 */
export const osquerySchema = {
  registry: {
    key: 'TEXT',
    path: 'TEXT',
    name: 'TEXT',
    type: 'TEXT',
    data: 'TEXT',
    mtime: 'BIGINT',
  },
  services: {
    name: 'TEXT',
    display_name: 'TEXT',
    status: 'TEXT',
    start_type: 'TEXT',
    path: 'TEXT',
  },
  processes: { pid: 'BIGINT', name: 'TEXT', path: 'TEXT', uid: 'BIGINT', start_time: 'BIGINT' },
  listening_ports: { pid: 'INTEGER', port: 'INTEGER', protocol: 'INTEGER', address: 'TEXT' },
  file: { path: 'TEXT', directory: 'TEXT', filename: 'TEXT', type: 'TEXT' },
  os_version: { name: 'TEXT', version: 'TEXT', build: 'TEXT', platform: 'TEXT' },
  uptime: { days: 'INTEGER', total_seconds: 'BIGINT' },
  users: { uid: 'BIGINT', uid_signed: 'BIGINT', username: 'TEXT', uuid: 'TEXT' },
  logged_in_users: { type: 'TEXT', user: 'TEXT', sid: 'TEXT', registry_hive: 'TEXT' },
} as const;

export type TableName = keyof typeof osquerySchema;
export type Cells = Record<string, string | number>;
/** What osquery would find on a PC. A table that is left out is one that this osquery does not have. */
export type OsqueryTables = { [Name in TableName]?: Cells[] | undefined };
