import { Client } from 'pg';

/** One bot's sign, kept for as long as it runs, that it uses the server. */
export interface Presence {
  /** Settles when the connection breaks. */
  lost: Promise<void>;
  /** Takes the sign down. True: nobody else has one, and nobody can put one up any more. */
  leave: () => Promise<boolean>;
  close: () => Promise<void>;
}

// Any two numbers that nobody else locks in this database.
const lock = '1936552563, 1';

/**
 * Connects and holds a shared lock. A bot that stops tries for the exclusive one: with it, it is alone
 * and may stop the server, and a bot that starts at that moment waits here until the server is gone.
 * Counting connections instead would leave a gap between the count and the stop.
 */
export async function announcePresence(connectionString: string): Promise<Presence> {
  const client = new Client({
    connectionString,
    application_name: 'smartcard-support-bot presence',
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  const lost = new Promise<void>((resolve) => {
    client.once('end', resolve);
    // "end" follows. Without a listener the error would end the process.
    client.on('error', () => {});
  });
  const close = () => client.end().catch(() => {});
  try {
    await client.connect();
    await client.query(`select pg_advisory_lock_shared(${lock})`);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    lost,
    close,
    async leave() {
      await client.query(`select pg_advisory_unlock_shared(${lock})`);
      const { rows } = await client.query(`select pg_try_advisory_lock(${lock}) as alone`);
      return rows[0]?.alone === true;
    },
  };
}
