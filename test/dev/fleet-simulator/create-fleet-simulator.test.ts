import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PcState } from '../../../dev/fleet-simulator/pc-state.ts';
import type { CheckRun } from '../../../src/fleet/agent/agent-api.ts';
import { holdToContract } from '../../support/contract.ts';
import { pcOf, startFleet, type TestFleet } from '../../support/fleet.ts';

const contract = holdToContract();
const upn = 'ada.nurse@trust.example';
const service = { id: 'a.service', kind: 'service', displayName: 'NHS Port Service' };
const os = { id: 'a.os', kind: 'os' };
const start = {
  deviceId: 'sim-on-1',
  requestedBy: { upn },
  reason: 'Smartcard log in, case SC-1',
  probes: [service, os],
  expiresInSeconds: 600,
};

let fleet: TestFleet;
let url: string;
let clock = Date.parse('2026-11-24T09:00:00Z');
let keys = 0;
beforeAll(async () => {
  fleet = await startFleet({ now: () => new Date(clock) });
  url = fleet.config.url;
});
beforeEach(() => {
  fleet.pcs.splice(
    0,
    fleet.pcs.length,
    pcOf(upn, 'ON-1'),
    pcOf(upn, 'OFF-1', { online: false }),
    pcOf(upn, 'SLOW-1', { msPerProbe: 1_000 }),
    pcOf('tom@trust.example', 'TOMS-1'),
  );
});
afterAll(() => fleet.close());

interface Ask {
  body?: unknown;
  headers?: Record<string, string>;
}

/** Makes a call. Whatever the simulator answers has to be what the contract says. */
async function ask(method: string, path: string, { body, headers = {} }: Ask = {}) {
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: {
      authorization: 'Bearer fleet-token',
      'content-type': 'application/json',
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const message = { headers: Object.fromEntries(answer.headers), body: await answer.text() };
  expect(contract.responseProblems({ method, path }, answer.status, message)).toEqual([]);
  return {
    status: answer.status,
    headers: message.headers,
    body: message.body === '' ? undefined : JSON.parse(message.body),
  };
}

function begin(parts: object = {}, key = `key-${++keys}`) {
  return ask('POST', '/v1/check-runs', {
    body: { ...start, ...parts },
    headers: { 'idempotency-key': key },
  });
}

async function look(id: string): Promise<CheckRun> {
  return (await ask('GET', `/v1/check-runs/${id}`)).body;
}

const pass = (seconds: number) => {
  clock += seconds * 1_000;
};

describe('PCs', () => {
  test('of a person are theirs only, whatever the case of their name', async () => {
    const { status, body } = await ask('GET', `/v1/devices?user=${upn.toUpperCase()}`);
    expect(status).toBe(200);
    expect(body.devices.map(({ name }: { name: string }) => name)).toEqual([
      'ON-1',
      'OFF-1',
      'SLOW-1',
    ]);
    expect(body.devices[1]).toMatchObject({ online: false, primaryUser: upn });
  });

  test('of a person nobody knows are an empty list', async () => {
    const answer = await ask('GET', '/v1/devices?user=nobody@trust.example');
    expect(answer).toMatchObject({ status: 200, body: { devices: [] } });
  });

  test('of no person cannot be asked for', async () => {
    expect(await ask('GET', '/v1/devices')).toMatchObject({ status: 400 });
    expect(await ask('GET', '/v1/devices?user=')).toMatchObject({ status: 400 });
  });

  test('are shown by id, and are not there under another', async () => {
    expect(await ask('GET', '/v1/devices/sim-on-1')).toMatchObject({
      status: 200,
      body: { id: 'sim-on-1', name: 'ON-1', online: true, lastSeen: new Date(clock).toISOString() },
    });
    expect(await ask('GET', '/v1/devices/sim-nowhere')).toMatchObject({
      status: 404,
      body: { title: 'There is no such PC', status: 404 },
    });
  });
});

describe('a run', () => {
  test('is taken, says where it can be looked at, and has its answers', async () => {
    const { status, headers, body } = await begin();
    expect(status).toBe(202);
    expect(headers.location).toBe(`/v1/check-runs/${body.id}`);
    const run = await ask('GET', headers.location ?? '');
    expect(run.headers).not.toHaveProperty('retry-after');
    expect(run.body).toMatchObject({
      id: body.id,
      deviceId: 'sim-on-1',
      status: 'finished',
      results: [
        { probeId: 'a.service', outcome: 'answered', observed: { status: 'running' } },
        { probeId: 'a.os', outcome: 'answered', observed: { name: 'Windows 11' } },
      ],
    });
  });

  test('is the same run for the same key and body, in whatever order its members come', async () => {
    const first = await begin({}, 'key-same');
    const again = await begin({}, 'key-same');
    const { deviceId, ...others } = start;
    const reordered = await ask('POST', '/v1/check-runs', {
      body: { ...others, deviceId },
      headers: { 'idempotency-key': 'key-same' },
    });
    expect(again.body).toEqual(first.body);
    expect(reordered.body).toEqual(first.body);
    expect(await begin({}, 'key-other')).not.toMatchObject({ body: first.body });
  });

  test('of the same key and another body is refused', async () => {
    await begin({}, 'key-once');
    expect(await begin({ expiresInSeconds: 601 }, 'key-once')).toMatchObject({ status: 422 });
  });

  test.each([
    ['without a member', { reason: undefined }],
    ['with a member nobody knows', { query: 'select 1' }],
    ['without probes', { probes: [] }],
    ['with a probe of a kind nobody knows', { probes: [{ id: 'a', kind: 'shell' }] }],
    ['with half a probe', { probes: [{ id: 'a', kind: 'service' }] }],
    ['for nobody', { requestedBy: {} }],
    ['that is over before it begins', { expiresInSeconds: 0 }],
    ['with a callback that is no address', { callbackUrl: 'the bot' }],
  ])('%s is refused', async (_name, parts) => {
    expect(await begin(parts)).toMatchObject({ status: 400 });
  });

  test('without a key, without JSON, or on no PC is refused', async () => {
    const headers = { 'idempotency-key': 'key-bad' };
    expect(await ask('POST', '/v1/check-runs', { body: start })).toMatchObject({ status: 400 });
    expect(await ask('POST', '/v1/check-runs', { body: '{', headers })).toMatchObject({
      status: 400,
    });
    expect(await ask('POST', '/v1/check-runs', { headers })).toMatchObject({ status: 400 });
    expect(await begin({ deviceId: 'sim-nowhere' })).toMatchObject({ status: 404 });
  });

  test('that nobody knows is not there', async () => {
    for (const method of ['GET', 'DELETE']) {
      expect(await ask(method, '/v1/check-runs/run-9')).toMatchObject({ status: 404 });
    }
  });

  test('on a slow PC gets on probe by probe, and says when to come back', async () => {
    const { body } = await begin({ deviceId: 'sim-slow-1' });
    const first = await ask('GET', `/v1/check-runs/${body.id}`);
    expect(first).toMatchObject({
      headers: { 'retry-after': '1' },
      body: { status: 'running', results: [] },
    });
    pass(1);
    expect((await look(body.id)).results).toHaveLength(1);
    pass(1);
    expect(await look(body.id)).toMatchObject({ status: 'finished', results: [{}, {}] });
  });

  test('on a slow PC that runs out of time stays as it was then', async () => {
    const { body } = await begin({ deviceId: 'sim-slow-1', expiresInSeconds: 1 });
    pass(1);
    const expired = await look(body.id);
    expect(expired).toMatchObject({ status: 'expired', results: [{}] });
    pass(60);
    expect(await look(body.id)).toEqual(expired);
    expect(await ask('DELETE', `/v1/check-runs/${body.id}`)).toMatchObject({ status: 204 });
    expect(await look(body.id)).toEqual(expired);
  });

  test('on a PC that goes off in the middle waits for it', async () => {
    const { body } = await begin({ deviceId: 'sim-slow-1' });
    pass(1);
    expect(await look(body.id)).toMatchObject({ status: 'running', results: [{}] });
    const slow = fleet.pcs.find(({ name }) => name === 'SLOW-1') as PcState;
    slow.online = false;
    pass(60);
    expect(await look(body.id)).toMatchObject({ status: 'running', results: [{}] });
    slow.online = true;
    expect(await look(body.id)).toMatchObject({ status: 'finished', results: [{}, {}] });
  });

  test('on a PC that is off waits, then expires', async () => {
    const { status, body } = await begin({ deviceId: 'sim-off-1' });
    expect(status).toBe(202);
    expect(await look(body.id)).toMatchObject({ status: 'queued', results: [] });
    pass(599);
    expect(await look(body.id)).toMatchObject({ status: 'queued' });
    pass(1);
    expect(await look(body.id)).toMatchObject({ status: 'expired', results: [] });
  });

  test('is cancelled, and again, and has no results after', async () => {
    const { body } = await begin({ deviceId: 'sim-slow-1' });
    for (let time = 0; time < 2; time += 1) {
      expect(await ask('DELETE', `/v1/check-runs/${body.id}`)).toMatchObject({ status: 204 });
    }
    pass(60);
    expect(await look(body.id)).toMatchObject({ status: 'cancelled', results: [] });
  });

  test('that has finished is not undone by a cancel', async () => {
    const { body } = await begin();
    await ask('DELETE', `/v1/check-runs/${body.id}`);
    expect(await look(body.id)).toMatchObject({ status: 'finished' });
  });
});

describe('without the token', () => {
  test.each([
    ['GET', `/v1/devices?user=${upn}`],
    ['GET', '/v1/devices/sim-on-1'],
    ['POST', '/v1/check-runs'],
    ['GET', '/v1/check-runs/run-1'],
    ['DELETE', '/v1/check-runs/run-1'],
  ])('%s %s is refused', async (method, path) => {
    for (const authorization of ['', 'Bearer other', 'Basic fleet-token']) {
      const refused = await ask(method, path, { headers: { authorization } });
      expect(refused).toMatchObject({ status: 401, body: { status: 401 } });
    }
  });
});
