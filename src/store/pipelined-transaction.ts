import type { Writable } from 'node:stream';
import type { CompiledQuery } from 'kysely';
import type pg from 'pg';

/** Sends a statement at once, in the order of the calls, and resolves with its rows. */
export type Send = <Row>(query: CompiledQuery<Row>) => Promise<Row[]>;

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

/** What a transaction reads, and the statements that keep what is made of it. */
interface Steps<Known, Kept> {
  read: (send: Send) => Promise<Known>;
  /** Has to send all its statements before it first awaits: `commit` goes out right behind them. */
  write: (send: Send, known: Known) => Promise<Kept>;
}

/**
 * A transaction in two round trips instead of one for each statement. The connection is in pipeline
 * mode: statements go out without waiting for the answers to the ones before, and the server runs
 * them one after the other. A statement that fails turns the `commit` behind it into a rollback.
 *
 * @returns what `write` comes to, once it is committed
 */
export async function pipelinedTransaction<Known, Kept>(
  pool: pg.Pool,
  { read, write }: Steps<Known, Kept>,
): Promise<Kept> {
  const client = await pool.connect();
  const send: Send = async ({ sql, parameters }) =>
    (await client.query({ name: nameOf(sql), text: sql, values: [...parameters] })).rows;
  let broken = false;
  try {
    const [, known] = await inOneWrite(client, () =>
      Promise.all([client.query('begin'), read(send)]),
    );
    const [kept] = await inOneWrite(client, () =>
      Promise.all([write(send, known), client.query('commit')]),
    );
    return kept;
  } catch (error) {
    await client.query('rollback').catch(() => {
      broken = true;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
