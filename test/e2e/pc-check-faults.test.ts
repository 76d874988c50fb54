import { expect, test } from 'vitest';
import { type FleetFault, startFleet, type TestFleet } from '../support/fleet.ts';
import { askForCheck, consent, createOwner } from '../support/owner.ts';
import { buttonsOf, type Someone, textOf } from '../support/person.ts';
import { endWorld, startWorld, type World } from '../support/world.ts';

const always = 1_000;
const passing: Record<string, FleetFault> = {
  'a closed connection': { cut: true },
  '429 with Retry-After': { status: 429, headers: { 'retry-after': '1' } },
  '500 after it did what was asked': { status: 500, taken: true },
  'wrong JSON': { body: '{"devices":' },
  'a page instead of JSON': {
    body: '<html>Sign in</html>',
    headers: { 'content-type': 'text/html' },
  },
  'an answer of 50 MB': { bytes: 50 * 1024 * 1024 },
};
const lasting: Record<string, FleetFault> = {
  ...passing,
  401: { status: 401 },
  403: { status: 403 },
  500: { status: 500 },
  '429 with a long Retry-After': { status: 429, headers: { 'retry-after': '600' } },
  'an answer of the wrong shape': { body: '{"devices":"many","id":7}' },
};

const cannotCheck = 'I cannot check PCs at the moment, so I ask you instead.';
const question = 'Which smartcard do you use?';

/** A bot and an agent of their own: the circuit breaker between them remembers what went wrong. */
async function withFleet(story: (world: World, fleet: TestFleet) => Promise<void>) {
  const fleet = await startFleet();
  const world = await startWorld(fleet.config);
  try {
    await story(world, fleet);
    expect(world.bot.errors).toEqual([]);
  } finally {
    await endWorld(world);
    await fleet.close();
  }
}

async function findPc(person: Someone): Promise<void> {
  await person.say('I get error 400_645');
  await person.press('I am not in IT');
  await person.press('Yes, find my PC');
}

/** Within two seconds of the agent's last call the person is told, and can go on. */
async function seesWayOn(person: Someone, fleet: TestFleet): Promise<void> {
  await person.see(cannotCheck);
  expect(Date.now() - (fleet.calls.at(-1)?.at ?? 0)).toBeLessThan(2_000);
  expect(textOf(person.card())).toContain(question);
  expect(buttonsOf(person.card()).map(({ title }) => title)).toContain(
    'Get help from the service desk',
  );
}

test.concurrent.each(Object.entries(passing))(
  'an agent that answers once with %s, whenever it does, is asked once more and has one run',
  (_name, fault) =>
    withFleet(async (world, fleet) => {
      for (const [method, path] of [
        ['GET', '/v1/devices'],
        ['POST', '/v1/check-runs'],
        ['GET', '/v1/check-runs/'],
      ] as const) {
        const owner = createOwner(world, fleet);
        fleet.faults.push({ ...fault, method, path });
        await askForCheck(owner);
        await consent(owner);
        await owner.person.see(`NHS Port Service is stopped on ${owner.pc.name}`);
        expect(fleet.faults).toEqual([]);
        expect(await fleet.runsOn(owner.pc.id)).toHaveLength(1);
      }
    }),
);

test.concurrent.each(Object.entries(lasting))(
  'an agent that goes on answering with %s when asked for PCs leaves the person with the questions',
  (_name, fault) =>
    withFleet(async (world, fleet) => {
      const { person } = createOwner(world, fleet);
      fleet.faults.push({ ...fault, times: always });
      await findPc(person);
      await seesWayOn(person, fleet);
    }),
);

test.concurrent.each(Object.entries(lasting))(
  'an agent that goes on answering with %s when asked to begin leaves the person with the questions',
  (_name, fault) =>
    withFleet(async (world, fleet) => {
      const owner = createOwner(world, fleet);
      await askForCheck(owner);
      fleet.faults.push({ ...fault, times: always });
      await consent(owner);
      await seesWayOn(owner.person, fleet);
      expect((await fleet.runsOn(owner.pc.id)).length).toBeLessThanOrEqual(1);
    }),
);

test.concurrent(
  'an agent that takes calls and never answers lets the person go on at once, and is given up',
  { timeout: 60_000 },
  () =>
    withFleet(async (world, fleet) => {
      const [waiting, impatient] = [createOwner(world, fleet), createOwner(world, fleet)];
      fleet.faults.push({ hang: true, times: always });
      await findPc(waiting.person);
      await findPc(impatient.person);
      const { card } = await impatient.person.press('Ask me the questions instead');
      expect(textOf(card)).toContain(question);
      await waiting.person.see(cannotCheck);
      expect(textOf(waiting.person.card())).toContain(question);
      expect(textOf(impatient.person.card())).not.toContain(cannotCheck);
    }),
);

test.concurrent('an agent that is not there leaves the person with the questions', () =>
  withFleet(async (world, fleet) => {
    const { person } = createOwner(world, fleet);
    await fleet.close();
    await findPc(person);
    await person.see(cannotCheck);
    expect(textOf(person.card())).toContain(question);
    await person.say('check my pc');
    await person.see(cannotCheck);
  }));
