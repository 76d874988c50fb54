import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Account } from './embedded-account.ts';
import type { Binaries } from './embedded-binaries.ts';
import { run } from './embedded-run.ts';
import { EmbeddedServerError } from './embedded-server-error.ts';

const unfinishedPrefix = 'postgres-new-';
const abandonedAfterMs = 10 * 60_000;

/**
 * Makes an empty database and its password in `home`, unless there is one.
 *
 * It is made beside `home` and then renamed, in one step: a bot that is killed half-way leaves no half
 * database, and when two bots make one at once the second finds the first one's and drops its own.
 */
export async function createCluster(
  home: string,
  { initdb }: Binaries,
  account: Account,
): Promise<void> {
  if (await exists(join(home, 'data', 'PG_VERSION'))) return;
  if (await exists(home)) {
    throw new EmbeddedServerError(
      `The folder ${home} is there but holds no database.\nMove it away, or set DATA_DIR to another folder.`,
    );
  }
  await removeAbandoned(dirname(home));
  const unfinished = await mkdtemp(join(dirname(home), unfinishedPrefix));
  try {
    const password = join(unfinished, 'password');
    await writeFile(password, randomBytes(24).toString('base64url'), { mode: 0o600 });
    await account.own(unfinished);
    await account.own(password);
    await run([
      ...account.prefix,
      initdb,
      `--pgdata=${join(unfinished, 'data')}`,
      `--pwfile=${password}`,
      '--username=bot',
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // PostgreSQL's own rules for letters: no locale of the operating system is needed.
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ]);
    await rename(unfinished, home).catch(async (error) => {
      if (!(await exists(home))) throw error;
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

async function exists(path: string): Promise<boolean> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return found !== undefined;
}

async function removeAbandoned(dataDir: string): Promise<void> {
  const names = await readdir(dataDir);
  for (const name of names.filter((each) => each.startsWith(unfinishedPrefix))) {
    const path = join(dataDir, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > abandonedAfterMs) await rm(path, { recursive: true, force: true });
  }
}
