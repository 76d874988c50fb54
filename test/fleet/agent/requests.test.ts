import { describe, expect, test } from 'vitest';
import { createAgentDriver } from '../../../src/fleet/agent/create-agent-driver.ts';
import { allChecks } from '../../../src/knowledge/checks/all-checks.ts';
import { probesOf } from '../../../src/knowledge/checks/check.ts';
import { Observed } from '../../../src/knowledge/checks/probe.ts';
import { holdToContract } from '../../support/contract.ts';
import { type Answer, json, serve, type Taken } from './serve.ts';

const contract = holdToContract();
const now = () => new Date('2026-11-24T09:00:00Z');
const settings = {
  processName: 'CredentialManagement*.exe',
  productCodes: ['{0F1E2D3C-4B5A-6978-8796-A5B4C3D2E1F0}'],
  logInOrigins: ['https://am.nhsidentity.spineservices.nhs.uk'],
};
const everyProbe = probesOf(allChecks, settings);
const request = {
  key: 'task-1',
  // What an address has to hold, not what one would choose.
  deviceId: 'pc/1 ?#%2e',
  upn: "o'brien+ward&7@trust.example",
  reason: 'Smartcard log in, case SC-1',
  probes: everyProbe,
  expiresInSeconds: 14_400,
};
const run = { ...request, agentRunId: '../run 1', results: {} };
const device = { name: 'WARD7-PC12', online: true, lastSeen: '2026-11-24T08:59:00Z' };

const agent: Answer = (asked, response) => {
  if (asked.method === 'DELETE') return json('', 204)(asked, response);
  if (asked.method === 'POST') return json({ id: run.agentRunId }, 202)(asked, response);
  if (asked.path.startsWith('/v1/check-runs')) {
    const { agentRunId: id, deviceId } = run;
    return json({ id, deviceId, status: 'queued', results: [] })(asked, response);
  }
  if (asked.path.includes('?')) return json({ devices: [] })(asked, response);
  return json({ ...device, id: request.deviceId, primaryUser: request.upn })(asked, response);
};

/** Everything the client can send. */
async function everyRequest(callbackUrl?: string): Promise<Taken[]> {
  await using server = await serve(agent);
  const driver = createAgentDriver({
    baseUrl: server.url,
    credentials: { kind: 'token', token: 'fleet-token' },
    ...(callbackUrl ? { callbackUrl } : {}),
    now,
  });
  await driver.devicesOf(request.upn);
  await driver.isDeviceOf(request.deviceId, request.upn);
  await driver.begin(request);
  await driver.look(run);
  await driver.cancel(run.agentRunId);
  return server.taken;
}

const requests = await everyRequest('https://bot.example/api/fleet/callback');
const fieldsOf = ({ body }: Taken) => JSON.parse(body) as Record<string, unknown>;
const start = requests.find(({ method }) => method === 'POST') as Taken;

describe('what the client sends', () => {
  test.each(requests.map((each) => [`${each.method} ${each.path}`, each] as const))(
    '%s is what the contract says',
    (_name, each) => {
      expect(contract.requestProblems(each, each)).toEqual([]);
    },
  );

  test('covers every call', () => {
    const asked = new Set(requests.map(contract.operationIdOf));
    expect(asked).toEqual(
      new Set(contract.operations.map(({ operation }) => operation.operationId)),
    );
  });

  test('covers every kind of probe', () => {
    const { probes } = fieldsOf(start) as { probes: { kind: string }[] };
    expect(new Set(probes.map(({ kind }) => kind))).toEqual(new Set(Object.keys(Observed)));
    expect(probes).toEqual(everyProbe);
  });

  test('reaches the agent as it was meant', () => {
    const [list, , one, , look, cancel] = requests.map(({ path }) => new URL(path, 'http://a'));
    expect(list?.searchParams.get('user')).toBe(request.upn);
    expect(decodeURIComponent(one?.pathname ?? '')).toBe(`/v1/devices/${request.deviceId}`);
    for (const each of [look, cancel]) {
      expect(decodeURIComponent(each?.pathname ?? '')).toBe(`/v1/check-runs/${run.agentRunId}`);
    }
    expect(start.headers['idempotency-key']).toBe(request.key);
    expect(fieldsOf(start).callbackUrl).toBe('https://bot.example/api/fleet/callback');
  });

  test('names no callback when there is none', async () => {
    const [first] = (await everyRequest()).filter(({ method }) => method === 'POST');
    expect(first && contract.requestProblems(first, first)).toEqual([]);
    expect(first && fieldsOf(first)).not.toHaveProperty('callbackUrl');
  });

  test('is the same to the letter when a run is begun again', async () => {
    const [again] = (await everyRequest('https://bot.example/api/fleet/callback')).filter(
      ({ method }) => method === 'POST',
    );
    expect(again?.body).toBe(start.body);
  });
});

describe('a request is found that', () => {
  const without = (name: string) => {
    const { [name]: _gone, ...headers } = start.headers;
    return { ...start, headers };
  };
  const withBody = (parts: object) => ({
    ...start,
    body: JSON.stringify({ ...fieldsOf(start), ...parts }),
  });

  test.each([
    ['goes to another path', { ...start, path: '/v1/check-run' }],
    ['has another method', { ...start, method: 'PUT' }],
    ['has no token', without('authorization')],
    ['has no key', without('idempotency-key')],
    ['is no JSON by its type', without('content-type')],
    ['is no JSON', { ...start, body: '{' }],
    ['has no body', { ...start, body: '' }],
    ['has a member that nobody knows', withBody({ query: 'select 1' })],
    ['asks nothing', withBody({ probes: [] })],
    ['asks what no agent knows', withBody({ probes: [{ id: 'a', kind: 'shell', run: 'whoami' }] })],
    ['asks half a question', withBody({ probes: [{ id: 'a', kind: 'service' }] })],
    ['expires before it begins', withBody({ expiresInSeconds: 0 })],
    ['does not say whose PC it is', { ...start, method: 'GET', path: '/v1/devices', body: '' }],
    ['asks for more', { ...start, method: 'GET', path: '/v1/devices?user=a&all=1', body: '' }],
  ])('%s', (_name, each) => {
    expect(contract.requestProblems(each, each)).not.toEqual([]);
  });
});
