import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Account } from './embedded-account.ts';
import type { Binaries } from './embedded-binaries.ts';
import { readPostmaster } from './embedded-postmaster.ts';
import { run } from './embedded-run.ts';

const patienceMs = 60_000;

/**
 * Stops the server of `home`, whoever started it: running transactions are rolled back, everything
 * confirmed is on disk, and no repair is needed at the next start.
 */
export async function halt(home: string, { pgCtl }: Binaries, account: Account): Promise<void> {
  const data = join(home, 'data');
  const stopping = await readPostmaster(data);
  if (stopping?.state !== 'running') return;
  await run([...account.prefix, pgCtl, 'stop', '--mode=fast', '--no-wait', '-D', data]);
  // pg_ctl's own waiting would go on and on for the server that another bot starts right after this one.
  const giveUpAt = Date.now() + patienceMs;
  while (Date.now() < giveUpAt) {
    const now = await readPostmaster(data);
    if (now?.state !== 'running' || now.pid !== stopping.pid) return;
    await delay(20);
  }
  throw new Error(`The server with process number ${stopping.pid} did not stop.`);
}
