import { type ChildProcess, spawn } from 'node:child_process';
import { env, execPath } from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const endWithParent = new URL('./end-with-parent.ts', import.meta.url).href;

/** Starts the bot on this computer only. What it has to say, from warnings up, goes to the terminal. */
export function spawnBot(port: number, more: Readonly<Record<string, string>> = {}): ChildProcess {
  return spawn(execPath, ['--import', endWithParent, 'src/index.ts'], {
    cwd: root,
    // Ctrl-C does not reach it there: the launcher asks it to stop, once.
    detached: true,
    env: { LOG_LEVEL: 'warn', ...env, ...more, PORT: String(port), HOST: '127.0.0.1' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}
