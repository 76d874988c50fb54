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
    keepAlive: true,
    // Teams waits 10 seconds for the answer to a press. The server gives up first where it can; the
    // last limit is for a server that does not answer at all.
    connectionTimeoutMillis: 3_000,
    lock_timeout: 4_000,
    statement_timeout: 5_000,
    query_timeout: 6_000,
    idle_in_transaction_session_timeout: 10_000,
  });
  // A connection that breaks while it is in use tells its statements; without a listener of its own it
  // would end the process as well.
  pool.on('connect', (client) => client.on('error', () => {}));
  // Without a listener an idle connection that breaks ends the process.
  pool.on('error', onIdleError);
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  return { db, pool, close: () => db.destroy() };
}
