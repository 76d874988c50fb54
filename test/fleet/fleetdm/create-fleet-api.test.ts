import { expect, test } from 'vitest';
import type { Probe } from '../../../src/knowledge/checks/probe.ts';
import { fakePc } from '../../support/fake-fleetdm/fake-pc.ts';
import {
  ada,
  driverFor,
  lookAt,
  runOf,
  withFleet,
} from '../../support/fake-fleetdm/fleetdm-run.ts';

const service: Probe = { id: 'a.service', kind: 'service', displayName: 'NHS Port Service' };

test.each<[string, string, object]>([
  ['wrong', 'no rows and no reason', { body: { host_id: 12, status: 'online', rows: null } }],
  ['wrong', 'rows of another PC', { body: { host_id: 13, status: 'online', rows: [] } }],
  [
    'wrong',
    'a cell that is no text',
    { body: { host_id: 12, status: 'online', rows: [{ a: 1 }] } },
  ],
  [
    'wrong',
    'a status that is not documented',
    { body: { host_id: 12, status: 'mia', rows: null } },
  ],
  ['wrong', 'a page', { body: '<html>' }],
  ['wrong', 'a redirect', { status: 302, headers: { location: 'http://127.0.0.1:1/' } }],
  ['wrong', 'more than a megabyte', { body: 'x'.repeat(2 * 1024 * 1024) }],
  ['refused', 'status 401', { status: 401 }],
  ['refused', 'status 403', { status: 403 }],
  ['unknown', 'status 404', { status: 404 }],
  ['unknown', 'status 400, for a host it does not know', { status: 400 }],
  ['busy', 'status 429', { status: 429 }],
  ['down', 'status 502', { status: 502 }],
])('a look is “%s” when the answer is %s', async (kind, _what, reply) => {
  await withFleet([fakePc(12, [ada])], async (fleet) => {
    fleet.replies.push(reply);
    await expect(driverFor(fleet).look(runOf([service]))).rejects.toMatchObject({
      name: 'FleetFailure',
      kind,
    });
  });
});

test('a look is “slow” when there is no answer at all', async () => {
  await withFleet([fakePc(12, [ada])], async (fleet) => {
    fleet.replies.push({ hang: true });
    await expect(driverFor(fleet, { queryMs: 50 }).look(runOf([service]))).rejects.toMatchObject({
      kind: 'slow',
    });
  });
});

test.each([
  ['without the right token', { token: 'other' }, 'refused'],
  ['for a PC that Fleet does not know', { deviceId: '99' }, 'unknown'],
  ['for what is no number of a PC', { deviceId: '12/../13' }, 'unknown'],
])(
  'a look %s fails',
  async (_what, { token, ...parts }: { token?: string; deviceId?: string }, kind) => {
    await withFleet([fakePc(12, [ada])], async (fleet) => {
      const driver = driverFor({ ...fleet, ...(token ? { token } : {}) });
      await expect(driver.look(runOf([service], parts))).rejects.toMatchObject({ kind });
    });
  },
);

test('a PC that the token may not ask refuses', async () => {
  await expect(lookAt(fakePc(12, [ada], { isForbidden: true }), [service])).rejects.toMatchObject({
    kind: 'refused',
  });
});
