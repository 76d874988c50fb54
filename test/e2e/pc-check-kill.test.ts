import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BotProcess, startBotProcess } from '../support/bot-process.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { type FakeConnector, startFakeConnector } from '../support/fake-connector.ts';
import { type FleetCall, startFleet, type TestFleet } from '../support/fleet.ts';
import { askForCheck, consent, createOwner, type Owner } from '../support/owner.ts';
import { createPerson, textOf } from '../support/person.ts';

let connector: FakeConnector;
let fleet: TestFleet;
let database: TestDatabase;
let bot: BotProcess;
let sql: pg.Client;

const start = () =>
  startBotProcess({
    DATABASE_URL: database.url,
    FLEET_DRIVER: 'agent',
    FLEET_AGENT_URL: fleet.config.url,
    FLEET_AGENT_TOKEN: 'fleet-token',
  });

beforeAll(async () => {
  connector = await startFakeConnector();
  fleet = await startFleet();
  database = await createDatabase();
  sql = new pg.Client({ connectionString: database.url });
  await sql.connect();
  bot = await start();
});
afterAll(async () => {
  await bot.stop();
  await sql.end();
  await fleet.close();
  await connector.close();
  await database.drop();
});

const newPerson = (parts: { userId?: string } = {}) =>
  createPerson({ botUrl: bot.url, connector, ...parts });

async function casesOf({ person }: Owner) {
  const { rows } = await sql.query('select trail, pc from support_case where user_id = $1', [
    person.userId,
  ]);
  return rows;
}

async function endsOf({ person }: Owner): Promise<string[]> {
  const { rows } = await sql.query(
    `select detail ->> 'outcome' as outcome from audit_entry
     where user_id = $1 and event = 'check-run-ended'`,
    [person.userId],
  );
  return rows.map(({ outcome }) => outcome);
}

const moments: { moment: string; fits: (call: FleetCall) => boolean }[] = [
  { moment: 'as the agent takes the run', fits: ({ method }) => method === 'POST' },
  {
    moment: 'as it first looks at the run',
    fits: ({ method, path }) => method === 'GET' && path.startsWith('/v1/check-runs/'),
  },
];

describe('a bot that is killed while a run is out', () => {
  test.each(moments)(
    '$moment brings the result all the same, once',
    {
      timeout: 60_000,
    },
    async ({ fits }) => {
      // About a second and a half for the whole run.
      const owner = createOwner({ connector, newPerson }, fleet, { msPerProbe: 80 });
      await askForCheck(owner);
      const before = fleet.calls.length;
      const pressed = consent(owner).catch(() => undefined);
      await fleet.waitForCall((call) => fleet.calls.indexOf(call) >= before && fits(call));
      await bot.kill();
      await pressed;

      bot = await start();
      const again = newPerson({ userId: owner.person.userId });
      await again.see(`NHS Port Service is stopped on ${owner.pc.name}`);
      await expect.poll(() => endsOf(owner)).toEqual(['found']);
      expect(await fleet.runsOn(owner.pc.id)).toHaveLength(1);
      const cases = await casesOf(owner);
      expect(cases).toHaveLength(1);
      const checks = cases[0].pc.findings.map(({ check }: { check: string }) => check);
      expect(new Set(checks).size).toBe(checks.length);
      const fromCheck = cases[0].trail.filter(({ asked }: { asked: string }) =>
        asked.startsWith('Check of'),
      );
      expect(fromCheck).toHaveLength(1);
      expect(textOf(again.card())).toContain('IT has done this');
    },
  );

  test('again and again, at any moment, brings the result once', { timeout: 90_000 }, async () => {
    const owner = createOwner({ connector, newPerson }, fleet, { msPerProbe: 300 });
    await askForCheck(owner);
    await consent(owner);
    for (let round = 0; round < 2; round += 1) {
      const seen = fleet.calls.length;
      await fleet.waitForCall((call) => fleet.calls.indexOf(call) >= seen);
      await bot.kill();
      bot = await start();
    }
    const again = newPerson({ userId: owner.person.userId });
    await again.see(`NHS Port Service is stopped on ${owner.pc.name}`);
    await expect.poll(() => endsOf(owner)).toEqual(['found']);
    expect(await fleet.runsOn(owner.pc.id)).toHaveLength(1);
  });
});
