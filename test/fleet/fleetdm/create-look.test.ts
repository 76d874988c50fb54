import { describe, expect, test } from 'vitest';
import type { Probe } from '../../../src/knowledge/checks/probe.ts';
import { fakePc, testNow } from '../../support/fake-fleetdm/fake-pc.ts';
import {
  ada,
  driverFor,
  lookAt,
  runOf,
  withFleet,
} from '../../support/fake-fleetdm/fleetdm-run.ts';

const service: Probe = { id: 'a.service', kind: 'service', displayName: 'NHS Port Service' };
const os: Probe = { id: 'b.os', kind: 'os' };
const ports: Probe = { id: 'c.ports', kind: 'listeningPort', ports: [43487] };
const odd: Probe = { id: 'd.path', kind: 'path', glob: 'C:\\*\\NHS' };
const answered = { outcome: 'answered' };

test('answers everything in one look, with one live query for each place in Windows', async () => {
  await withFleet([fakePc(12, [ada])], async (fleet) => {
    const other: Probe = { id: 'e.service', kind: 'service', displayName: 'Other' };
    const state = await driverFor(fleet).look(runOf([service, os, other]));
    expect(state).toMatchObject({
      status: 'finished',
      retryAfterMs: 0,
      results: { 'a.service': answered, 'b.os': answered, 'e.service': { outcome: 'absent' } },
    });
    expect(fleet.queries.map(({ hostId }) => hostId)).toEqual([12, 12]);
  });
});

test('asks only for what an earlier look has not brought, and keeps the rest', async () => {
  await withFleet([fakePc(12, [ada])], async (fleet) => {
    const results = { 'a.service': { outcome: 'denied' } } as const;
    const state = await driverFor(fleet).look(runOf([service, os], { results }));
    expect(state).toMatchObject({ status: 'finished', results: { ...results, 'b.os': answered } });
    expect(fleet.queries).toMatchObject([{ sql: expect.stringContaining('os_version') }]);
  });
});

test('asks the same in the same words, so that a denylist is not dodged', async () => {
  await withFleet([fakePc(12, [ada])], async (fleet) => {
    const driver = driverFor(fleet);
    await driver.look(runOf([service]));
    await driver.look(runOf([service]));
    const [first, second] = fleet.queries;
    expect(first).toEqual(second);
  });
});

test('waits for a PC that is off, and records nothing', async () => {
  expect(await lookAt(fakePc(12, [ada], { isOnline: false }), [service, os])).toEqual({
    status: 'queued',
    results: {},
    retryAfterMs: 10_000,
  });
});

test('keeps what it had of a PC that has been turned off since', async () => {
  const results = { 'a.service': { outcome: 'absent' } } as const;
  const pc = fakePc(12, [ada], { isOnline: false });
  expect(await lookAt(pc, [service, os], { results })).toMatchObject({ status: 'queued', results });
});

describe('a PC that does not answer in time', () => {
  test('is asked once more', async () => {
    await withFleet([fakePc(12, [ada], { timeouts: 1 })], async (fleet) => {
      const { status, results } = await driverFor(fleet).look(runOf([service]));
      expect({ status, results }).toMatchObject({
        status: 'finished',
        results: { 'a.service': answered },
      });
      expect(fleet.queries).toHaveLength(2);
    });
  });

  test('is asked no third time', async () => {
    await withFleet([fakePc(12, [ada], { timeouts: 9 })], async (fleet) => {
      const { status, results } = await driverFor(fleet).look(runOf([service]));
      expect({ status, results }).toEqual({
        status: 'finished',
        results: { 'a.service': { outcome: 'timeout' } },
      });
      expect(fleet.queries).toHaveLength(2);
    });
  });

  test('is not asked once more when the look would then outlast the worker’s lease', async () => {
    await withFleet([fakePc(12, [ada], { timeouts: 9 })], async (fleet) => {
      let seconds = 0;
      const now = () => {
        const at = new Date(testNow.getTime() + seconds * 1_000);
        seconds += 41;
        return at;
      };
      const { results } = await driverFor(fleet, { now }).look(runOf([service]));
      expect(results).toEqual({ 'a.service': { outcome: 'timeout' } });
      expect(fleet.queries).toHaveLength(1);
    });
  });
});

test.each<[string, string, Parameters<typeof fakePc>[2]]>([
  ['denied', 'a query on its denylist', { denylisted: 'services' }],
  ['unsupported', 'a table it does not have', { tables: { services: undefined } }],
  ['error', 'an error of SQLite', { sqlError: 'disk I/O error' }],
])('“%s” stands for %s', async (outcome, _what, parts) => {
  const { status, results } = await lookAt(fakePc(12, [ada], parts), [service]);
  expect({ status, results }).toEqual({
    status: 'finished',
    results: { 'a.service': { outcome } },
  });
});

test('one query on a denylist takes nothing from the others', async () => {
  const { results } = await lookAt(fakePc(12, [ada], { denylisted: 'services' }), [service, os]);
  expect(results).toMatchObject({ 'a.service': { outcome: 'denied' }, 'b.os': answered });
});

test('what cannot be asked in SQL is unsupported, and nothing is asked for it', async () => {
  await withFleet([fakePc(12, [ada])], async (fleet) => {
    const { status, results } = await driverFor(fleet).look(runOf([odd]));
    expect({ status, results }).toEqual({
      status: 'finished',
      results: { 'd.path': { outcome: 'unsupported' } },
    });
    expect(fleet.queries).toEqual([]);
  });
});

test('what one of several queries brought is kept when another one failed', async () => {
  await withFleet([fakePc(12, [ada])], async (fleet) => {
    fleet.replies.push({ status: 500 });
    const driver = driverFor(fleet);
    const first = await driver.look(runOf([service, os, ports]));
    expect(first.status).toBe('running');
    expect(Object.keys(first.results)).toHaveLength(2);
    const second = await driver.look(runOf([service, os, ports], { results: first.results }));
    expect(second.status).toBe('finished');
    expect(fleet.queries).toHaveLength(3);
  });
});

test('waits as long as Fleet asks for when it took only some of the queries', async () => {
  await withFleet([fakePc(12, [ada])], async (fleet) => {
    fleet.replies.push({ status: 429, headers: { 'retry-after': '7' } });
    expect(await driverFor(fleet).look(runOf([service, os]))).toMatchObject({
      status: 'running',
      retryAfterMs: 7_000,
    });
  });
});

test('a text that must not get into SQL is never sent', async () => {
  await withFleet([fakePc(12, [ada])], async (fleet) => {
    const probe: Probe = { id: 'x', kind: 'service', displayName: 'a\u0000b' };
    await expect(driverFor(fleet).look(runOf([probe]))).rejects.toMatchObject({ kind: 'wrong' });
    expect(fleet.queries).toEqual([]);
  });
});
