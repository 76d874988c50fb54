import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { spawnDatabase } from './spawn-database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of this run's database server. */
    postgresUrl: string;
  }
}

/** One database server for a test run, gone with its files when the run ends or is interrupted. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'smartcard-support-bot-tests-'));
  const database = await spawnDatabase(dataDir, ['--remove']);
  project.provide('postgresUrl', database.url);
  return database.end;
}
