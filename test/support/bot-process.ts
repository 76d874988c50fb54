import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const index = fileURLToPath(new URL('../../src/index.ts', import.meta.url));

/** The bot as `npm run serve` starts it, in a process of its own that can be killed. */
export interface BotProcess {
  url: string;
  process: ChildProcess;
  /** Ends it as a power cut would. Resolves when it is gone. */
  kill: () => Promise<void>;
  /** Asks it to stop and returns its exit code. */
  stop: () => Promise<number | null>;
}

/** Starts it on a free port and resolves when it says that it is ready. */
export async function startBotProcess(env: Record<string, string>): Promise<BotProcess> {
  const child = spawn(process.execPath, [index], {
    env: { PATH: process.env.PATH ?? '', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const errors: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk.toString('utf8')));
  const gone = once(child, 'exit');

  let port: number | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    const entry = line.startsWith('{') ? (JSON.parse(line) as { msg?: string; port?: number }) : {};
    if (entry.msg !== 'ready') continue;
    port = entry.port;
    break;
  }
  if (port === undefined) throw new Error(`The bot did not start:\n${errors.join('')}`);
  child.stdout.resume();

  return {
    url: `http://127.0.0.1:${port}`,
    process: child,
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
    stop: async () => {
      child.kill('SIGTERM');
      await gone;
      return child.exitCode;
    },
  };
}
