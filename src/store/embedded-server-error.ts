/** The bot's own PostgreSQL cannot run; the message says what, where and what to do about it. */
export class EmbeddedServerError extends Error {
  override name = 'EmbeddedServerError';
}

const advices: readonly [RegExp, string][] = [
  [
    /ENOSPC|No space left|free disk space/i,
    'Free some space on that disk, or set DATA_DIR to a folder on another.',
  ],
  [
    /EACCES|EPERM|EROFS|Permission denied|Operation not permitted|Read-only file system|has wrong ownership/i,
    'Start the bot as the user who owns that folder, or set DATA_DIR to a folder you can write to.',
  ],
  [/ENOTDIR|EEXIST|Not a directory/i, 'Set DATA_DIR to a folder; a file is in the way.'],
  [
    /error while loading shared libraries|ENOENT/i,
    'Run "npm ci" again. On a system without glibc, such as Alpine, set DATABASE_URL instead.',
  ],
  [
    /incompatible with server/i,
    'Another version of PostgreSQL made these files: move the folder away, or use that version.',
  ],
];

/** One readable error out of what PostgreSQL or the file system said. */
export function toEmbeddedServerError(what: string, said: unknown): EmbeddedServerError {
  if (said instanceof EmbeddedServerError) return said;
  const reason = (said instanceof Error ? said.message : String(said)).trim();
  const advice =
    advices.find(([pattern]) => pattern.test(reason))?.[1] ??
    'Set DATABASE_URL to use a PostgreSQL server of your own instead.';
  return new EmbeddedServerError(`${what}:\n  ${reason.replaceAll('\n', '\n  ')}\n${advice}`, {
    cause: said,
  });
}
