import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { parse } from 'node:path';
import { env, execPath, platform } from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';

// PostgreSQL reads settings such as PGDATA and PGPORT from its environment, and the bot's own holds
// secrets. Windows programs do not run without theirs.
const cleanEnv =
  platform === 'win32' ? env : { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C' };

/**
 * Runs a program to its end, in a session of its own: Ctrl-C in the bot's terminal does not reach it.
 *
 * @throws with what it printed as its errors
 */
export async function run(command: readonly string[]): Promise<void> {
  const [file = '', ...args] = command;
  const child = spawn(file, args, {
    // The folder the bot was started in may be closed to the user PostgreSQL runs as.
    cwd: parse(execPath).root,
    detached: true,
    env: cleanEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  let complaints = '';
  child.stdout.resume();
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  const closed = once(child, 'close').catch(() => undefined);
  const [code, signal] = await once(child, 'exit');
  // On Windows the server inherits these pipes, which then never close.
  await Promise.race([closed, delay(200, undefined, { ref: false })]);
  if (code !== 0) throw new Error(complaints.trim() || `${file} ended with ${code ?? signal}`);
}
