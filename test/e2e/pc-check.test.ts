import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startFleet, type TestFleet } from '../support/fleet.ts';
import { askForCheck, consent, createOwner, type Owner } from '../support/owner.ts';
import { buttonsOf, textOf } from '../support/person.ts';
import { useWorld } from '../support/world.ts';

let fleet: TestFleet;
const world = useWorld(async () => {
  fleet = await startFleet();
  return fleet.config;
});
let sql: pg.Client;

beforeAll(async () => {
  sql = new pg.Client({ connectionString: world.database.url });
  await sql.connect();
});
afterAll(async () => {
  await sql.end();
  await fleet.close();
});

const newOwner = (parts?: Parameters<typeof createOwner>[2]) => createOwner(world, fleet, parts);

async function auditOf({ person }: Owner) {
  const { rows } = await sql.query(
    'select event, case_id, subject, detail from audit_entry where user_id = $1 order by id',
    [person.userId],
  );
  return rows;
}

const begun = async ({ pc }: Owner) => (await fleet.runsOn(pc.id)).length;

describe('a nurse with 400_645', () => {
  test('agrees, is told what is wrong, and after the fix that it is put right', async () => {
    const owner = newOwner();
    const { person, pc } = owner;
    await askForCheck(owner);
    expect(await begun(owner)).toBe(0);
    await consent(owner);
    await person.see(`NHS Port Service is stopped on ${pc.name}`);
    expect(textOf(person.card())).toContain('Your IT team needs to do the next part');

    await person.press('IT has done this');
    await person.press(`Check ${pc.name} again`);
    await person.see('What was wrong is put right now.');
    const { card } = await person.press('It works now');
    expect(textOf(card)).toContain('You can log in again');
    expect(await begun(owner)).toBe(2);
    expect(world.bot.errors).toEqual([]);
  });

  test('leaves an audit row for each run: who, whose PC, what, when, and what came of it', async () => {
    const owner = newOwner();
    await askForCheck(owner);
    await consent(owner);
    await owner.person.see('NHS Port Service is stopped');
    await expect.poll(() => auditOf(owner)).toHaveLength(2);
    const [asked, ended] = await auditOf(owner);
    expect(asked).toMatchObject({
      event: 'check-run-asked',
      detail: { pc: { id: owner.pc.id, name: owner.pc.name } },
    });
    expect(asked.detail.checks).toContain('port-service');
    expect(ended).toMatchObject({
      event: 'check-run-ended',
      case_id: asked.case_id,
      subject: asked.subject,
      detail: { outcome: 'found', upn: owner.upn },
    });
    expect(ended.detail.probes).toContain('port-service.service');
  });

  test('who presses consent twenty times at once has one run', async () => {
    const owner = newOwner();
    await askForCheck(owner);
    const pick = buttonsOf(owner.person.card()).find(({ verb }) => verb === 'pick-pc');
    const message = owner.person.messages()[0];
    await Promise.all(
      Array.from({ length: 20 }, () => owner.person.pressData(pick?.data ?? {}, message?.id)),
    );
    await owner.person.see('NHS Port Service is stopped');
    expect(await begun(owner)).toBe(1);
    await expect.poll(() => auditOf(owner)).toHaveLength(2);
  });

  test('whose PC is off goes on, and hears of it when it answers', async () => {
    const owner = newOwner({ online: false });
    const { person, pc } = owner;
    await askForCheck(owner);
    expect(textOf(person.card())).toContain('It looks switched off');
    await consent(owner);
    await person.see(`${pc.name} does not answer yet`);
    await person.press('Go on, and tell me later');
    pc.online = true;
    const news = await person.see('Show me how to fix it');
    expect(news.activity.summary).toContain(`NHS Port Service is stopped on ${pc.name}`);
    const { card } = await person.press('Show me how to fix it');
    expect(textOf(card)).toContain('Your IT team needs to do the next part');
  });

  test('who stops the check has it cancelled with the agent', async () => {
    const owner = newOwner({ online: false });
    await askForCheck(owner);
    await consent(owner);
    await expect.poll(() => begun(owner)).toBe(1);
    await owner.person.press('Stop the check and ask me');
    const [run] = await fleet.runsOn(owner.pc.id);
    await fleet.waitForCall(
      ({ method, path }) => method === 'DELETE' && path.endsWith(run?.id ?? 'none'),
    );
    await expect.poll(async () => (await auditOf(owner)).at(-1)?.detail.outcome).toBe('cancelled');
  });
});

test('somebody the agent does not know is asked the questions', async () => {
  const person = world.newPerson();
  world.connector.upns.set(`29:${person.userId}`, `${person.userId}@trust.example`);
  await person.say('400_645');
  await person.press('I am not in IT');
  await person.press('Yes, find my PC');
  await person.see('I could not find a PC that is yours');
  expect(buttonsOf(person.card()).length).toBeGreaterThan(1);
});

test('“check my PC” before anything is said names the trouble and leads to its fix', async () => {
  const owner = newOwner();
  await owner.person.say('check my pc');
  await owner.person.see(`Check ${owner.pc.name}?`);
  await consent(owner);
  await owner.person.see(`NHS Port Service is stopped on ${owner.pc.name}`);
  expect(textOf(owner.person.card())).toContain('Smartcard authentication failure');
});
