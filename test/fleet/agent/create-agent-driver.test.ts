import { inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createAgentDriver } from '../../../src/fleet/agent/create-agent-driver.ts';
import type { FleetDriver, StartedRun } from '../../../src/fleet/fleet-driver.ts';
import { FleetFailure } from '../../../src/fleet/fleet-failure.ts';
import { type FleetFault, pcOf, startFleet, type TestFleet } from '../../support/fleet.ts';

const upn = 'ada.nurse@trust.example';
const said = 'answer-nobody-may-read';
const request = {
  key: 'task-1',
  deviceId: 'sim-ward7-pc12',
  upn,
  reason: 'Smartcard log in, case SC-1',
  probes: [{ id: 'port-service.service', kind: 'service', displayName: 'NHS Port Service' }],
  expiresInSeconds: 600,
} as const;

let fleet: TestFleet;
let driver: FleetDriver;
/** For an agent that never answers, so that nobody waits for it. */
let impatient: FleetDriver;
beforeAll(async () => {
  fleet = await startFleet({
    pcs: [
      pcOf(upn, 'WARD7-PC12'),
      pcOf('tom@trust.example', 'ASSIGNED-1', { primaryUser: 'Ada.Nurse@Trust.Example' }),
      pcOf('tom@trust.example', 'TOMS-1'),
    ],
  });
  if (fleet.config.driver !== 'agent') throw new Error('The test fleet speaks the contract.');
  const { url, credentials } = fleet.config;
  const options = { baseUrl: url, credentials, now: () => new Date() };
  driver = createAgentDriver(options);
  impatient = createAgentDriver({ ...options, timeoutMs: 20 });
});
afterEach(() => {
  fleet.faults.length = 0;
});
afterAll(() => fleet.close());

const runCalled = (agentRunId: string): StartedRun => ({ ...request, agentRunId, results: {} });

describe('with an agent that does as the contract says', () => {
  test('a run is begun, looked at and cancelled', async () => {
    const [device] = await driver.devicesOf(upn);
    expect(device).toMatchObject({ id: request.deviceId, name: 'WARD7-PC12', online: true });
    const agentRunId = await driver.begin(request);
    expect(await driver.begin(request)).toBe(agentRunId);
    expect(await driver.look(runCalled(agentRunId))).toEqual({
      status: 'finished',
      results: {
        'port-service.service': {
          outcome: 'answered',
          observed: { status: 'running', startType: 'auto' },
        },
      },
      retryAfterMs: 0,
    });
    await driver.cancel(agentRunId);
    await driver.cancel(agentRunId);
  });

  test('results of an earlier look stay, and later ones win', async () => {
    const agentRunId = await driver.begin(request);
    const results = {
      'port-service.service': { outcome: 'timeout' },
      'earlier.os': { outcome: 'absent' },
    } as const;
    const state = await driver.look({ ...runCalled(agentRunId), results });
    expect(state.results).toMatchObject({
      'port-service.service': { outcome: 'answered' },
      'earlier.os': { outcome: 'absent' },
    });
  });

  test('a run it has forgotten is cancelled already', async () => {
    await expect(driver.cancel('run-of-long-ago')).resolves.toBeUndefined();
  });

  test.each([
    ['sim-ward7-pc12', true, 'it is on their list'],
    ['sim-assigned-1', true, 'it is assigned to them, in other capitals'],
    ['sim-toms-1', false, 'it is somebody else’s'],
    ['sim-nowhere', false, 'there is no such PC'],
  ])('%s is theirs: %s, because %s', async (deviceId, isTheirs) => {
    expect(await driver.isDeviceOf(deviceId, upn)).toBe(isTheirs);
  });

  test('somebody it does not know has no PC', async () => {
    expect(await driver.devicesOf('nobody@trust.example')).toEqual([]);
    expect(await driver.isDeviceOf('sim-ward7-pc12', 'nobody@trust.example')).toBe(false);
  });

  test('a name with half a character in it is asked for, and known to nobody', async () => {
    expect(await driver.devicesOf('ada\ud83d@trust.example')).toEqual([]);
  });
});

test('the agent says how long to leave it alone while a run is out', async () => {
  fleet.faults.push({
    headers: { 'retry-after': '9' },
    body: JSON.stringify({
      id: 'run-1',
      deviceId: request.deviceId,
      status: 'queued',
      results: [],
    }),
  });
  expect(await driver.look(runCalled('run-1'))).toMatchObject({ retryAfterMs: 9_000 });
});

const page = `<html>${said}</html>`;
const broken: Record<string, [FleetFault, FleetFailure['kind']]> = {
  'answers 401': [{ status: 401, body: said }, 'refused'],
  'answers 403': [{ status: 403, body: said }, 'refused'],
  'answers 410': [{ status: 410, body: said }, 'unknown'],
  'answers 429': [{ status: 429, headers: { 'retry-after': '3' } }, 'busy'],
  'answers 500': [{ status: 500, body: said }, 'down'],
  'answers 503': [{ status: 503, body: said }, 'down'],
  'sends elsewhere': [{ status: 307, headers: { location: 'http://127.0.0.1:9/' } }, 'wrong'],
  'sends a page': [{ body: page, headers: { 'content-type': 'text/html' } }, 'wrong'],
  'sends half an answer': [{ body: `{"devices":["${said}"` }, 'wrong'],
  'sends nothing': [{ body: '' }, 'wrong'],
  'sends a list': [{ body: '[]' }, 'wrong'],
  'sends null': [{ body: 'null' }, 'wrong'],
  'sends members of other shapes': [
    { body: `{"devices":"${said}","id":7,"status":{},"results":0}` },
    'wrong',
  ],
  'sends keys that every object has': [
    { body: '{"__proto__":{"devices":[],"id":"run-1"},"constructor":{}}' },
    'wrong',
  ],
  'sends 50 MB': [{ bytes: 50 * 1024 * 1024 }, 'wrong'],
  'hangs up': [{ cut: true }, 'unreachable'],
  'never answers': [{ hang: true }, 'slow'],
};

describe.each(Object.entries(broken))('an agent that %s', (_name, [fault, kind]) => {
  test.each<[string, (asking: FleetDriver) => Promise<unknown>]>([
    ['asked for PCs', (asking) => asking.devicesOf(upn)],
    ['asked whose a PC is', (asking) => asking.isDeviceOf('sim-toms-1', upn)],
    ['asked to begin', (asking) => asking.begin(request)],
    ['looked at', (asking) => asking.look(runCalled('run-1'))],
  ])(`when %s has failed: ${kind}`, async (_when, call) => {
    fleet.faults.push({ ...fault, times: 9 });
    const error: unknown = await call(fault.hang ? impatient : driver).catch(
      (caught: unknown) => caught,
    );
    expect(error).toBeInstanceOf(FleetFailure);
    expect(error).toMatchObject({ kind });
    expect(inspect(error, { depth: 10, showHidden: true })).not.toMatch(/fleet-token|nobody-may/);
  });
});

describe('a cancel', () => {
  test.each(Object.entries(broken).filter(([, [{ status }]]) => status && status !== 410))(
    'fails when the agent %s',
    async (_name, [fault, kind]) => {
      fleet.faults.push(fault);
      await expect(driver.cancel('run-1')).rejects.toMatchObject({ kind });
    },
  );

  test('is done when the agent answers 410', async () => {
    fleet.faults.push({ status: 410 });
    await expect(driver.cancel('run-1')).resolves.toBeUndefined();
  });
});

describe('a run looked at', () => {
  test.each([
    ['of another id', { id: 'run-2' }],
    ['on another PC', { deviceId: 'sim-toms-1' }],
  ])('%s is not taken for ours', async (_name, parts) => {
    const right = { id: 'run-1', deviceId: request.deviceId, status: 'finished', results: [] };
    fleet.faults.push({ body: JSON.stringify({ ...right, ...parts }) });
    await expect(driver.look(runCalled('run-1'))).rejects.toMatchObject({
      kind: 'wrong',
      message: 'the agent answered with another run',
    });
  });
});

test('a PC that is not the one asked for does not tell whose that one is', async () => {
  fleet.faults.push(
    { path: '/v1/devices?', body: '{"devices":[]}' },
    {
      path: '/v1/devices/',
      body: JSON.stringify({ id: 'sim-other', name: 'OTHER', online: true, primaryUser: upn }),
    },
  );
  await expect(driver.isDeviceOf('sim-toms-1', upn)).rejects.toMatchObject({ kind: 'wrong' });
});
