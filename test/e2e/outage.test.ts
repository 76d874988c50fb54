import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBot } from '../support/bot.ts';
import { createDatabase } from '../support/database.ts';
import { type FakeConnector, startFakeConnector } from '../support/fake-connector.ts';
import { buttonsOf, createPerson, textOf } from '../support/person.ts';

let connector: FakeConnector;

beforeAll(async () => {
  connector = await startFakeConnector();
});
afterAll(() => connector.close());

test('when the database is gone, people are told how to go on, and the bot says that it is not ready', async () => {
  const database = await createDatabase();
  const bot = await startBot(database.url);
  const person = createPerson({ botUrl: bot.url, connector });
  await person.say('400_645');
  const [message] = person.messages();
  const role = buttonsOf(person.card()).find(({ verb }) => verb === 'role');
  expect((await fetch(`${bot.url}/readyz`)).status).toBe(200);

  await database.drop();

  const { status, card } = await person.pressData(role?.data ?? {}, message?.id);
  expect(status).toBe(200);
  expect(textOf(card)).toContain('I cannot do this right now');
  expect((await person.say('400_645')).status).toBe(200);
  expect(textOf(person.card())).toContain('Contact your IT service desk now.');
  expect((await fetch(`${bot.url}/readyz`)).status).toBe(503);
  expect((await fetch(`${bot.url}/healthz`)).status).toBe(200);
  await bot.stop();
});

test('when Teams is gone as well, the message is answered with an error and no detail', async () => {
  const database = await createDatabase();
  const bot = await startBot(database.url);
  await database.drop();
  const person = createPerson({ botUrl: bot.url, connector });
  connector.faults.push({ method: 'POST', status: 500 });
  const { status, body } = await person.say('400_645');
  expect(status).toBe(500);
  expect(body).toEqual({
    error: { code: 'TurnFailed', message: 'The activity could not be handled. Send it again.' },
  });
  await bot.stop();
});
