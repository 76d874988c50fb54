import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Schema } from './schema.ts';

export interface Database {
  db: Kysely<Schema>;
  /** For pg-boss, so that both draw on one pool. */
  pool: pg.Pool;
  close: () => Promise<void>;
}

/**
 * Opens the pool. No connection is made before the first query.
 *
 * @param maxConnections twenty presses of one person wait for each other, each on a connection of its own
 */
export function openDatabase(
  connectionString: string,
  onIdleError: (error: Error) => void,
  maxConnections = 16,
): Database {
  const pool = new pg.Pool({
    connectionString,
    max: maxConnections,
    // Statements of one transaction go out together: see pipelined-transaction.ts.
    pipeline: true,
    application_name: 'smartcard-support-bot',
    connectionTimeoutMillis: 5_000,
    // A lock that is never let go must not hold a person's turn for ever.
    statement_timeout: 8_000,
  });
  // Without a listener an idle connection that breaks ends the process.
  pool.on('error', onIdleError);
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  return { db, pool, close: () => db.destroy() };
}
