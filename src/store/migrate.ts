import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { migration001 } from './migrations/001-cases.ts';
import type { Schema } from './schema.ts';

/** In order. A migration that has shipped is never changed: add the next one. */
const migrations = { '001-cases': migration001 };

/**
 * Brings the database to this version. Two copies starting at once are safe: the migrator holds a
 * lock in the database while it works.
 */
export async function migrate(db: Kysely<Schema>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error)
    throw new Error('The database could not be brought to this version.', { cause: error });
}
