import { randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { afterAll, describe, expect, test } from 'vitest';
import { startFleet, type TestFleet } from '../support/fleet.ts';
import { askForCheck, consent, createOwner } from '../support/owner.ts';
import { useWorld } from '../support/world.ts';

const secret = `whsec_${Buffer.from('a secret of the agent and the bot').toString('base64')}`;
const wrongSecret = `whsec_${Buffer.from('a secret of somebody else entirely').toString('base64')}`;

let fleet: TestFleet;
const world = useWorld(async () => {
  fleet = await startFleet();
  return { ...fleet.config, callback: { url: 'https://bot.example/api/fleet/callback', secret } };
});
afterAll(() => fleet.close());

interface Callback {
  run: string;
  id?: string;
  at?: Date;
  key?: string;
  sent?: string;
}

/** Calls the bot back as an agent would. Everything is as it ought to be unless told. */
async function callBack({ run, id = randomUUID(), at = new Date(), key = secret, sent }: Callback) {
  const body = JSON.stringify({
    type: 'check-run.finished',
    timestamp: at.toISOString(),
    data: { id: run },
  });
  const { status } = await fetch(`${world.bot.url}/api/fleet/callback`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
      'webhook-signature': new Webhook(key).sign(id, at, body),
    },
    body: sent ?? body,
  });
  return status;
}

const looks = (run: string) =>
  fleet.calls.filter(({ method, path }) => method === 'GET' && path.endsWith(run)).length;

/** A run that the bot will not look at again for ten minutes of its own accord. */
async function runPutOff() {
  const owner = createOwner(world, fleet);
  await askForCheck(owner);
  fleet.faults.push({
    method: 'GET',
    path: '/v1/check-runs/',
    status: 429,
    headers: { 'retry-after': '600' },
  });
  await consent(owner);
  await expect.poll(async () => (await fleet.runsOn(owner.pc.id)).length).toBe(1);
  const [run] = await fleet.runsOn(owner.pc.id);
  if (!run) throw new Error('no run');
  await fleet.waitForCall(({ path }) => path.endsWith(run.id));
  await expect.poll(() => fleet.faults).toEqual([]);
  return { owner, run: run.id };
}

describe('a callback', () => {
  test('makes the bot look at once, and the look, not the callback, brings the result', async () => {
    const { owner, run } = await runPutOff();
    expect(await callBack({ run })).toBe(204);
    await owner.person.see(`NHS Port Service is stopped on ${owner.pc.name}`);
    expect(looks(run)).toBe(2);
  });

  test.each([
    ['signed by somebody else', { key: wrongSecret }, 401],
    ['with another body than was signed', { sent: '{"type":"check-run.finished"}' }, 401],
    ['from ten minutes ago', { at: new Date(Date.now() - 600_000) }, 401],
    ['from the future', { at: new Date(Date.now() + 600_000) }, 401],
    ['for a run nobody knows', { run: 'run-of-nobody' }, 204],
  ])('%s changes nothing', async (_name, parts, status) => {
    const { run } = await runPutOff();
    expect(await callBack({ run, ...parts })).toBe(status);
    // One that counts comes after it: had the first one counted too, there would be one look more.
    expect(looks(run)).toBe(1);
    expect(await callBack({ run })).toBe(204);
    await expect.poll(() => looks(run)).toBe(2);
    expect(world.bot.errors).toEqual([]);
  });

  test('sent again with the same id counts once', async () => {
    const { owner, run } = await runPutOff();
    const id = randomUUID();
    const statuses = await Promise.all([1, 2, 3].map(() => callBack({ run, id })));
    expect(statuses).toEqual([204, 204, 204]);
    await owner.person.see('NHS Port Service is stopped');
    expect(looks(run)).toBe(2);
  });

  test.each([
    ['nothing', '', 'application/json', 401],
    ['no JSON', '{"type":', 'application/json', 400],
    ['a form', 'a=b', 'application/x-www-form-urlencoded', 415],
  ])('with %s in it is refused', async (_name, body, type, status) => {
    const answer = await fetch(`${world.bot.url}/api/fleet/callback`, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    });
    expect(answer.status).toBe(status);
    expect(await answer.text()).not.toContain('at ');
  });
});
