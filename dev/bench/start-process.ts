import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A bot in a process of its own. */
export interface Started {
  url: string;
  process: ChildProcess;
  stop: () => Promise<void>;
}

/** Starts a file of this folder's parent and resolves when it says in its log that it is ready. */
export async function startProcess(file: string, env: Record<string, string>): Promise<Started> {
  const path = fileURLToPath(new URL(`../${file}`, import.meta.url));
  const child = spawn(process.execPath, [path], {
    env: { PATH: process.env.PATH ?? '', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const entry = line.startsWith('{') ? (JSON.parse(line) as { msg?: string; port?: number }) : {};
    if (entry.msg !== 'ready') continue;
    child.stdout.resume();
    return {
      url: `http://127.0.0.1:${entry.port}`,
      process: child,
      stop: async () => {
        child.kill('SIGTERM');
        await once(child, 'exit');
      },
    };
  }
  throw new Error(`${file} did not start`);
}
