import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startFleet, type TestFleet } from '../support/fleet.ts';
import { askForCheck, consent, createOwner, type Owner } from '../support/owner.ts';
import { buttonsOf } from '../support/person.ts';
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

const newOwner = () => createOwner(world, fleet);

/** The data of the button that is the consent, and the message it stands on. */
function consentOf({ person }: Owner): { data: Record<string, unknown>; messageId: string } {
  const pick = buttonsOf(person.card()).find(({ verb }) => verb === 'pick-pc');
  const [message] = person.messages();
  if (!pick || !message) throw new Error('No consent is asked for.');
  return { data: pick.data, messageId: message.id };
}

async function runsAskedFor(pcId: string): Promise<number> {
  const { rows } = await sql.query(
    `select count(*)::int from fleet_task where request -> 'pc' ->> 'id' = $1`,
    [pcId],
  );
  return rows[0].count;
}

/** What was asked for is done with, so that a run that wrongly began would be there. */
async function allSettled(): Promise<void> {
  await expect
    .poll(async () => {
      const { rows } = await sql.query(
        'select count(*)::int from fleet_task where ended_at is null',
      );
      return rows[0].count;
    })
    .toBe(0);
}

describe('a person who wants to see somebody else’s PC', () => {
  test('cannot by naming it in a press of their own', async () => {
    const [ada, victim] = [newOwner(), newOwner()];
    await askForCheck(ada);
    const { data, messageId } = consentOf(ada);
    const { status } = await ada.person.pressData({ ...data, pc: victim.pc.id }, messageId);
    expect(status).toBe(200);
    await allSettled();
    expect(await runsAskedFor(victim.pc.id)).toBe(0);
    expect(await fleet.runsOn(victim.pc.id)).toEqual([]);
  });

  test('cannot by pressing the other’s button', async () => {
    const [ada, victim] = [newOwner(), newOwner()];
    await askForCheck(ada);
    await askForCheck(victim);
    const { data, messageId } = consentOf(victim);
    await ada.person.pressData(data, messageId);
    await allSettled();
    expect(await fleet.runsOn(victim.pc.id)).toEqual([]);
  });

  test('cannot with any payload', async () => {
    const [ada, victim] = [newOwner(), newOwner()];
    await askForCheck(ada);
    await askForCheck(victim);
    const own = consentOf(ada);
    const other = consentOf(victim);
    const verb = fc.constantFrom('pick-pc', 'check-again', 'name-pc', 'check-pc', 'go-to-fix');
    const payload = fc.record({
      verb,
      case: fc.constantFrom(own.data.case, other.data.case, 'SC-0000-0000-0000'),
      step: fc.oneof(fc.constantFrom(own.data.step, other.data.step), fc.nat(9)),
      pc: fc.oneof(
        fc.constantFrom(victim.pc.id, victim.pc.name, [victim.pc.id], { id: victim.pc.id }),
        fc.string(),
      ),
      name: fc.constantFrom(victim.pc.name, victim.pc.id),
      user: fc.constant(victim.upn),
      deviceId: fc.constant(victim.pc.id),
    });
    await fc.assert(
      fc.asyncProperty(payload, async (data) => {
        const { status } = await ada.person.pressData(data, own.messageId);
        expect(status).toBe(200);
      }),
      { numRuns: 150 },
    );
    await allSettled();
    expect(await runsAskedFor(victim.pc.id)).toBe(0);
    expect(await fleet.runsOn(victim.pc.id)).toEqual([]);
    expect(world.bot.errors).toEqual([]);
  });

  test('cannot once the agent no longer says that it is theirs, though their card does', async () => {
    const owner = newOwner();
    await askForCheck(owner);
    owner.pc.users = ['somebody.else@trust.example'];
    owner.pc.primaryUser = 'somebody.else@trust.example';
    await consent(owner);
    await owner.person.see(`I cannot see that ${owner.pc.name} is yours`);
    expect(await fleet.runsOn(owner.pc.id)).toEqual([]);
    const { rows } = await sql.query(
      `select detail ->> 'outcome' as outcome from audit_entry
       where event = 'check-run-ended' and user_id = $1`,
      [owner.person.userId],
    );
    expect(rows).toEqual([{ outcome: 'not-yours' }]);
  });
});

test('nobody gets a check in a channel, where others would read what was found', async () => {
  const owner = newOwner();
  const inChannel = world.newPerson({
    userId: owner.person.userId,
    conversation: { id: '19:ward-7@thread.tacv2', kind: 'channel' },
  });
  await inChannel.mention('check my pc');
  await inChannel.see('I check a PC only in your own chat');
  await inChannel.pressData({ verb: 'check-my-pc' }, undefined);
  await allSettled();
  expect(await fleet.runsOn(owner.pc.id)).toEqual([]);
});
