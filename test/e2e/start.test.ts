import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
    await second.press('I am not in IT');
    await first.press('An NHS smartcard, or I am not sure');
    expect(textOf(second.card())).toContain('Check the card and try once more');
    await Promise.all([one.stop(), two.stop()]);
    await database.drop();
  });
});

describe('a bot with a registration', () => {
  test('takes nothing without a token that holds, and writes to nobody for it', async () => {
    const database = await createDatabase();
    const registration = {
      id: 'b-1',
      type: 'SingleTenant',
      tenantId: 't-1',
      password: 'secret',
    } as const;
    const bot = await startBot(database.url, { bot: registration });
    const person = createPerson({ botUrl: bot.url, connector });
    const activity = person.activityOf({ type: 'message', text: '400_645' });
    expect((await person.post(activity)).status).toBe(403);

    const fromTeams = { ...activity, serviceUrl: 'https://smba.trafficmanager.net/uk/' };
    expect((await person.post(fromTeams)).status).toBe(401);

    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const forged = `${part({ alg: 'none', kid: 'k' })}.${part({ iss: 'https://api.botframework.com', aud: 'b-1' })}.`;
    for (const type of ['message', 'invoke']) {
      const response = await fetch(`${bot.url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${forged}` },
        body: JSON.stringify({ ...fromTeams, type, name: 'adaptiveCard/action' }),
      });
      expect([401, 503]).toContain(response.status);
    }
    expect(bot.errors).toEqual([]);
    expect(person.messages()).toEqual([]);
    await bot.stop();
    await database.drop();
  });
});

describe('a bot that is asked to stop', () => {
  test('does not wait for somebody who has connected and says nothing', async () => {
    const database = await createDatabase();
    const bot = await startBot(database.url);
    const silent = connect(Number(new URL(bot.url).port), '127.0.0.1');
    await once(silent, 'connect');
    const half = connect(Number(new URL(bot.url).port), '127.0.0.1');
    half.write(
      'POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{',
    );
    await once(half, 'connect');
    const closed = Promise.all([once(silent, 'close'), once(half, 'close')]);
    silent.on('error', () => {});
    half.on('error', () => {});
    await bot.stop();
    await closed;
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
