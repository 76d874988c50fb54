import type { Writable } from 'node:stream';
import type { CompiledQuery } from 'kysely';
import type pg from 'pg';

/** Sends a statement at once, in the order of the calls, and resolves with its rows. */
export type Send = <Row>(query: CompiledQuery<Row>) => Promise<Row[]>;

/** What a transaction reads, and the statements that keep what is made of it. */
interface Steps<Known> {
  read: (send: Send) => Promise<Known>;
  /** Pure: builds the statements without sending any. When it throws, nothing is kept. */
  plan: (known: Known) => readonly CompiledQuery<unknown>[];
}

// A statement with a name is parsed and planned once for each connection. There are about ten of them.
const names = new Map<string, string>();

function nameOf(sql: string): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  const name = `turn-${names.size + 1}`;
  names.set(sql, name);
  return name;
}

/**
 * Has the statements that `issue` sends before it returns leave in one write: each write of its own
 * costs a system call and wakes the server.
 */
function inOneWrite<Result>(client: pg.PoolClient, issue: () => Result): Result {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  stream.cork();
  try {
    return issue();
  } finally {
    stream.uncork();
  }
}

/**
 * A transaction in two round trips instead of one for each statement. The connection is in pipeline
 * mode: statements go out without waiting for the answers to the ones before, and the server runs
 * them one after the other. A statement that fails turns the `commit` behind it into a rollback.
 *
 * @returns the rows of each planned statement, once they are committed
 */
export async function pipelinedTransaction<Known>(
  pool: pg.Pool,
  { read, plan }: Steps<Known>,
): Promise<unknown[][]> {
  const client = await pool.connect();
  const send: Send = ({ sql, parameters }) => {
    const query = { name: nameOf(sql), text: sql, values: [...parameters] };
    const rows = client.query(query).then((result) => result.rows);
    // The first failure is the one that is told; those it causes behind it have nobody to tell.
    rows.catch(() => {});
    return rows;
  };
  const tell = (statement: 'begin' | 'commit') => {
    const told = client.query(statement);
    told.catch(() => {});
    return told;
  };
  try {
    const [, known] = await inOneWrite(client, () => Promise.all([tell('begin'), read(send)]));
    const planned = plan(known);
    const [rows] = await inOneWrite(client, () =>
      Promise.all([Promise.all(planned.map((query) => send(query))), tell('commit')]),
    );
    client.release();
    return rows;
  } catch (error) {
    // Closed, not given back: the server rolls back, and a connection in doubt is never used again.
    client.release(true);
    throw error;
  }
}
