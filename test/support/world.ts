import { afterAll, beforeAll } from 'vitest';
import type { Config } from '../../src/config.ts';
import { startBot } from './bot.ts';
import { createDatabase, type TestDatabase } from './database.ts';
import { type FakeConnector, startFakeConnector } from './fake-connector.ts';
import { createPerson, type Someone } from './person.ts';

/** A bot with a database and a Teams of its own. */
export interface World {
  bot: Awaited<ReturnType<typeof startBot>>;
  connector: FakeConnector;
  database: TestDatabase;
  newPerson: (parts?: Partial<Parameters<typeof createPerson>[0]>) => Someone;
}

export async function startWorld(fleet?: Config['fleet']): Promise<World> {
  const database = await createDatabase();
  const connector = await startFakeConnector();
  const bot = await startBot(database.url, { fleet });
  return {
    bot,
    connector,
    database,
    newPerson: (parts) => createPerson({ botUrl: bot.url, connector, ...parts }),
  };
}

export async function endWorld({ bot, connector, database }: World): Promise<void> {
  await bot.stop();
  await connector.close();
  await database.drop();
}

/**
 * One world for all tests of the file. Its parts are there from the first test on.
 *
 * @param fleet starts a fleet agent and says how to reach it
 */
export function useWorld(fleet?: () => Promise<Config['fleet']>): World {
  const world = {} as World;
  beforeAll(async () => {
    Object.assign(world, await startWorld(await fleet?.()));
  });
  afterAll(() => endWorld(world));
  return world;
}
