import { afterAll, beforeAll } from 'vitest';
import type { Config } from '../../src/config.ts';
import { startBot } from './bot.ts';
import { createDatabase, type TestDatabase } from './database.ts';
import { type FakeConnector, startFakeConnector } from './fake-connector.ts';
import { createPerson, type Someone } from './person.ts';

/** A bot with a database and a Teams of its own, for all tests of a file. */
export interface World {
  bot: Awaited<ReturnType<typeof startBot>>;
  connector: FakeConnector;
  database: TestDatabase;
  newPerson: (parts?: Partial<Parameters<typeof createPerson>[0]>) => Someone;
}

/**
 * Sets the world up before the first test of the file. Its parts are there from then on.
 *
 * @param fleet starts a fleet agent and says how to reach it
 */
export function useWorld(fleet?: () => Promise<Config['fleet']>): World {
  const world = {} as World;
  beforeAll(async () => {
    world.database = await createDatabase();
    world.connector = await startFakeConnector();
    world.bot = await startBot(world.database.url, { fleet: await fleet?.() });
    world.newPerson = (parts) =>
      createPerson({ botUrl: world.bot.url, connector: world.connector, ...parts });
  });
  afterAll(async () => {
    await world.bot.stop();
    await world.connector.close();
    await world.database.drop();
  });
  return world;
}
