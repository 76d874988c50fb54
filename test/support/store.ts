import { afterAll, beforeAll } from 'vitest';
import type { Case } from '../../src/dialogs/case.ts';
import type { TurnRequest } from '../../src/dialogs/kept.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { createTurns } from '../../src/store/turns.ts';
import { createDatabase, type TestDatabase } from './database.ts';

/** The moment at which turns of these tests happen. */
export const start = new Date('2026-11-22T09:00:00Z');

/** The store on a database of its own, for all tests of a file. */
export interface Store {
  database: Database;
  turns: ReturnType<typeof createTurns>;
}

/** Sets the store up before the first test of the file. Its parts are there from then on. */
export function useStore(): Store {
  const store = {} as Store;
  let testDatabase: TestDatabase;
  beforeAll(async () => {
    testDatabase = await createDatabase();
    store.database = openDatabase(testDatabase.url, () => {});
    await migrate(store.database.db);
    store.turns = createTurns(store.database.db, store.database.pool);
  });
  afterAll(async () => {
    await store.database.close();
    await testDatabase.drop();
  });
  return store;
}

let count = 0;

/** A message of somebody in their own chat, each with an id of its own. */
export function requestOf(userId: string, now = start): TurnRequest {
  count += 1;
  return {
    person: { tenantId: 't', userId, teamsId: `29:${userId}`, name: userId },
    address: {
      serviceUrl: 'http://127.0.0.1/',
      tenantId: 't',
      conversationId: userId,
      kind: 'personal',
      botId: 'b',
    },
    activityId: `activity-${count}`,
    namedCase: undefined,
    now,
  };
}

export function caseOf(id: string, parts: Partial<Case> = {}): Case {
  const at = start.toISOString();
  return {
    id,
    topicId: 'x',
    role: undefined,
    node: 'n',
    step: 1,
    status: 'open',
    said: '',
    trail: [],
    openedAt: at,
    updatedAt: at,
    ...parts,
  };
}
