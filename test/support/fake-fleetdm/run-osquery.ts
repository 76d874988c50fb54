import { DatabaseSync } from 'node:sqlite';
import { type OsqueryTables, osquerySchema, type TableName } from './osquery-schema.ts';

/** The rows that osquery answers a query with: every cell is a text, empty where there is no value. */
export function runOsquery(tables: OsqueryTables, sql: string): Record<string, string>[] {
  const db = new DatabaseSync(':memory:');
  try {
    for (const [table, rows] of Object.entries(tables)) {
      if (!rows) continue;
      const columns = Object.entries(osquerySchema[table as TableName]);
      db.exec(`CREATE TABLE ${table} (${columns.map((each) => each.join(' ')).join(', ')})`);
      const insert = db.prepare(
        `INSERT INTO ${table} VALUES (${columns.map(() => '?').join(', ')})`,
      );
      for (const row of rows) insert.run(...columns.map(([name]) => row[name] ?? null));
    }
    return db
      .prepare(sql)
      .all()
      .map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([name, cell]) => [name, cell === null ? '' : String(cell)]),
        ),
      );
  } finally {
    db.close();
  }
}
