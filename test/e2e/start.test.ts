import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import { createLog } from '../../src/telemetry/log.ts';
import { startBot } from '../support/bot.ts';
import { startBotProcess } from '../support/bot-process.ts';
import { createDatabase } from '../support/database.ts';
import { type FakeConnector, startFakeConnector } from '../support/fake-connector.ts';
import { createPerson, textOf } from '../support/person.ts';

let connector: FakeConnector;

beforeAll(async () => {
  connector = await startFakeConnector();
});
afterAll(() => connector.close());

describe('two copies of the bot', () => {
  test('that start at once on an empty database both come up, and share one person’s case', async () => {
    const database = await createDatabase();
    const [one, two] = await Promise.all([startBot(database.url), startBot(database.url)]);
    const first = createPerson({ botUrl: one.url, connector, userId: 'shared' });
    const second = createPerson({ botUrl: two.url, connector, userId: 'shared' });
    await first.say('400_645');
    await second.press('I use this PC for my work');
    await first.press('An NHS smartcard, or I am not sure');
    expect(textOf(second.card())).toContain('Check the card and try once more');
    await Promise.all([one.stop(), two.stop()]);
    await database.drop();
  });
});

describe('a bot with a registration', () => {
  test('takes nothing without a token', async () => {
    const database = await createDatabase();
    const app = await createApp(
      {
        port: 0,
        host: '127.0.0.1',
        dataDir: '.data',
        databaseUrl: database.url,
        bot: { id: 'b-1', type: 'SingleTenant', tenantId: 't-1', password: 'secret' },
        logLevel: 'silent',
      },
      createLog('silent'),
    );
    app.server.listen(0, '127.0.0.1');
    await once(app.server, 'listening');
    const person = createPerson({
      botUrl: `http://127.0.0.1:${app.server.address().port}`,
      connector,
    });
    const activity = person.activityOf({ type: 'message', text: '400_645' });

    expect((await person.post(activity)).status).toBe(403);
    const fromTeams = { ...activity, serviceUrl: 'https://smba.trafficmanager.net/uk/' };
    expect((await person.post(fromTeams)).status).toBe(401);
    expect(person.messages()).toEqual([]);
    await app.stop();
    await database.drop();
  });
});

describe('a bot that cannot start', () => {
  test.each([
    ['its environment needs attention', { PORT: 'http' }, /PORT must be a number/],
    [
      'its database is out of reach',
      { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' },
      /database/i,
    ],
  ])('because %s says so in plain words and ends', async (_name, env, says) => {
    await expect(startBotProcess(env)).rejects.toThrow(says);
    await expect(startBotProcess(env)).rejects.not.toThrow(/\n\s+at /);
  });

  test('because its port is taken says which one', async () => {
    const database = await createDatabase();
    const first = await startBot(database.url);
    const PORT = new URL(first.url).port;
    await expect(startBotProcess({ PORT, DATABASE_URL: database.url })).rejects.toThrow(
      `Port ${PORT} is taken.`,
    );
    await first.stop();
    await database.drop();
  });
});
