import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { migration001 } from './migrations/001-cases.ts';
import { migration002 } from './migrations/002-fleet.ts';
import type { Schema } from './schema.ts';

/** In order. A migration that has shipped is never changed: add the next one. */
const migrations = { '001-cases': migration001, '002-fleet': migration002 };

/** The database cannot be reached or brought to this version; the message says why. */
export class DatabaseError extends Error {
  readonly code = 'DATABASE_NOT_USABLE';
  override name = 'DatabaseError';
}

/**
 * Brings the database to this version. Two copies starting at once are safe: the migrator holds a
 * lock in the database while it works.
 */
export async function migrate(db: Kysely<Schema>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (!error) return;
  const why = error instanceof Error ? error.message : String(error);
  throw new DatabaseError(
    `The database cannot be used: ${why}. Check DATABASE_URL, and that its user may create tables.`,
    { cause: error },
  );
}
