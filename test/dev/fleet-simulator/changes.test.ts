import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PcState } from '../../../dev/fleet-simulator/pc-state.ts';
import { sendCallback } from '../../../dev/fleet-simulator/send-callback.ts';
import { createAgentDriver } from '../../../src/fleet/agent/create-agent-driver.ts';
import type { FleetDriver } from '../../../src/fleet/fleet-driver.ts';
import { verifyCallback } from '../../../src/fleet/verify-callback.ts';
import { json, serve } from '../../fleet/agent/serve.ts';
import { holdToContract } from '../../support/contract.ts';
import { pcOf, startFleet, type TestFleet } from '../../support/fleet.ts';
import { freePort } from '../../support/free-port.ts';

const upn = 'ada.nurse@trust.example';
const secret = `whsec_${Buffer.from('a secret of thirty-two bytes, ok').toString('base64')}`;
const callbackUrl = 'http://127.0.0.1:9/';
let fleet: TestFleet;
let driver: FleetDriver;
let keys = 0;

const agentAt = (url: string, callback?: string) =>
  createAgentDriver({
    baseUrl: url,
    credentials: { kind: 'token', token: 'fleet-token' },
    now: () => new Date(),
    ...(callback ? { callbackUrl: callback } : {}),
  });

beforeAll(async () => {
  fleet = await startFleet({ callback: { url: callbackUrl, secret } });
  driver = agentAt(fleet.config.url);
});
beforeEach(() => {
  fleet.pcs.splice(0, fleet.pcs.length, pcOf(upn, 'WARD7-PC12'));
});
afterAll(() => fleet.close());

const requestFor = (reason: string) => ({
  key: `key-${++keys}`,
  deviceId: 'sim-ward7-pc12',
  upn,
  reason,
  probes: [{ id: 'a.service', kind: 'service' as const, displayName: 'NHS Port Service' }],
  expiresInSeconds: 600,
});

/** What a run says of the service. */
async function serviceIs(reason = 'Smartcard log in, case SC-1'): Promise<unknown> {
  const request = requestFor(reason);
  const agentRunId = await driver.begin(request);
  const { status, results } = await driver.look({ ...request, agentRunId, results: {} });
  return status === 'finished' ? results['a.service'] : status;
}

async function put(name: string, body: unknown): Promise<number> {
  const { status } = await fetch(`${fleet.config.url}/simulator/devices/${name}`, {
    method: 'PUT',
    headers: { authorization: 'Bearer fleet-token' },
    body: JSON.stringify(body),
  });
  return status;
}

const is = (status: string) => ({ outcome: 'answered', observed: { status } });

describe('a PC is changed', () => {
  test('by hand: broken, repaired, switched off and on', async () => {
    expect(await serviceIs()).toMatchObject(is('running'));
    expect(await put('WARD7-PC12', { break: ['port-service'] })).toBe(200);
    expect(await serviceIs()).toMatchObject(is('stopped'));
    expect(await put('WARD7-PC12', { repair: ['port-service'], online: false })).toBe(200);
    expect(await serviceIs()).toBe('queued');
    expect(await put('WARD7-PC12', { online: true })).toBe(200);
    expect(await serviceIs()).toMatchObject(is('running'));
  });

  test('by nothing that is no change', async () => {
    expect(await put('WARD7-PC12', { broken: ['port-service'] })).toBe(400);
    expect(await put('WARD7-PC12', 'off')).toBe(400);
    expect(await put('OTHER', {})).toBe(404);
    expect(await serviceIs()).toMatchObject(is('running'));
  });

  test('by what was done since, as the bot tells it', async () => {
    await put('WARD7-PC12', { break: ['port-service', 'zones'] });
    expect(await serviceIs('case SC-1, done since: zones')).toMatchObject(is('stopped'));
    expect(await serviceIs('case SC-1, done since: zones, port-service')).toMatchObject(
      is('running'),
    );
  });

  test('by nothing when it is stubborn', async () => {
    const [pc] = fleet.pcs as [PcState];
    pc.isStubborn = true;
    await put('WARD7-PC12', { break: ['port-service'] });
    expect(await serviceIs('case SC-1, done since: port-service')).toMatchObject(is('stopped'));
  });

  test('only once by the same run sent again', async () => {
    await put('WARD7-PC12', { break: ['port-service'] });
    const request = requestFor('case SC-1, done since: port-service');
    await driver.begin(request);
    await put('WARD7-PC12', { break: ['port-service'] });
    await driver.begin(request);
    expect(await serviceIs()).toMatchObject(is('stopped'));
  });
});

describe('a run that is over', () => {
  const contract = holdToContract();

  test.each([0, 30])('on a PC that takes %i ms a probe calls back, signed', async (msPerProbe) => {
    const [pc] = fleet.pcs as [PcState];
    pc.msPerProbe = msPerProbe;
    const called = Promise.withResolvers<void>();
    await using bot = await serve((request, response) => {
      json('', 204)(request, response);
      called.resolve();
    });
    const agentRunId = await agentAt(fleet.config.url, bot.url).begin(requestFor('case SC-1'));
    await called.promise;
    const [callback] = bot.taken;
    expect(callback).toMatchObject({
      method: 'POST',
      headers: { 'content-type': 'application/json' },
    });
    expect(contract.schemaProblems('FinishedCallback', JSON.parse(callback?.body ?? ''))).toEqual(
      [],
    );
    expect(verifyCallback(secret, callback?.headers ?? {}, callback?.body ?? '')).toEqual({
      webhookId: callback?.headers['webhook-id'],
      agentRunId,
    });
  });

  test('calls back in vain when the bot is gone, and nothing comes of it', async () => {
    const gone = `http://127.0.0.1:${await freePort()}/`;
    await expect(sendCallback(gone, secret, 'run-1')).resolves.toBeUndefined();
  });
});

test('a run that is cancelled does not call back', async () => {
  const [pc] = fleet.pcs as [PcState];
  pc.msPerProbe = 20;
  const quick = Promise.withResolvers<void>();
  await using bot = await serve((request, response) => {
    json('', 204)(request, response);
    quick.resolve();
  });
  const asking = agentAt(fleet.config.url, bot.url);
  await asking.cancel(await asking.begin(requestFor('case SC-1')));
  const kept = await asking.begin(requestFor('case SC-2'));
  await quick.promise;
  expect(bot.taken.map(({ body }) => JSON.parse(body).data.id)).toEqual([kept]);
});
