import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { execPath } from 'node:process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A process with a database server, as a bot would have it. */
export interface DatabaseProcess {
  url: string;
  pid: number;
  /** Lets it stop its server and waits until it has ended. */
  end: () => Promise<void>;
  /** Ends it as a power cut would: its server runs on. */
  kill: () => Promise<void>;
}

const script = fileURLToPath(new URL('./serve-database.ts', import.meta.url));

/** Starts the server in a session of its own: Ctrl-C reaches the tests only, the pipe tells it the rest. */
export async function spawnDatabase(
  dataDir: string,
  flags: readonly string[] = [],
): Promise<DatabaseProcess> {
  const child = spawn(execPath, [script, dataDir, ...flags], {
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const firstLine = once(createInterface(child.stdout), 'line');
  const [first] = await Promise.race([firstLine, exited]);
  if (typeof first !== 'string' || child.pid === undefined) {
    throw new Error('The database server for the tests did not start, see above.');
  }
  return {
    url: first,
    pid: child.pid,
    async end() {
      child.stdin.end();
      await exited;
    },
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
