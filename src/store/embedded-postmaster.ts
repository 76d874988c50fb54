import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { kill, platform } from 'node:process';

/** What `postmaster.pid` says about the server of a data folder. */
export interface Postmaster {
  pid: number;
  port: number;
  /**
   * `gone`: the process ended without tidying up, which PostgreSQL sorts out itself.
   * `foreign`: after a restart of the computer another program has its number, which it does not.
   */
  state: 'running' | 'gone' | 'foreign';
}

/** Reads `postmaster.pid`. Undefined: the server was stopped, or is just about to write it. */
export async function readPostmaster(dataFolder: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(dataFolder, 'postmaster.pid'), 'utf8').catch(() => '');
  const [pid, , , port] = text.split('\n').map(Number);
  if (!pid || !port) return undefined;
  return { pid, port, state: await stateOf(pid, dataFolder) };
}

async function stateOf(pid: number, dataFolder: string): Promise<Postmaster['state']> {
  try {
    kill(pid, 0);
  } catch (error) {
    // EPERM: it is there, but another user's.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return 'gone';
  }
  if (platform !== 'linux') return 'running';
  const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined);
  if (commandLine === undefined) return 'gone';
  return commandLine.split('\0').includes(dataFolder) ? 'running' : 'foreign';
}
