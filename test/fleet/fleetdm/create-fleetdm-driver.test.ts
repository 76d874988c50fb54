import { describe, expect, test } from 'vitest';
import { type FakePc, fakePc } from '../../support/fake-fleetdm/fake-pc.ts';
import { ada, bob, driverFor, runOf, withFleet } from '../../support/fake-fleetdm/fleetdm-run.ts';

describe('the PCs of a person', () => {
  const devicesOf = (pcs: FakePc[], upn = ada) =>
    withFleet(pcs, (fleet) => driverFor(fleet).devicesOf(upn));

  test('are those that Fleet maps to their address, in any case', async () => {
    const pcs = [
      fakePc(12, [], { emails: ['ADA@trust.example'] }),
      fakePc(13, [], { emails: [bob, ada], isOnline: false, computerName: '', hostname: 'old' }),
    ];
    expect(await devicesOf(pcs)).toEqual([
      { id: '13', name: 'old', online: false, lastSeen: '2026-11-24T08:59:50Z' },
      { id: '12', name: 'WARD7-PC12', online: true, lastSeen: '2026-11-24T08:59:50Z' },
    ]);
  });

  test.each([
    ['an address that goes on', { emails: ['ada@trust.example.org'] }],
    ['an address that begins before', { emails: ['nada@trust.example'] }],
    ['another address on a PC named after theirs', { hostname: ada, emails: [bob] }],
    ['a PC that is no Windows PC', { emails: [ada], platform: 'darwin' }],
    ['no address', { emails: [] }],
  ])('are none for %s', async (_what, parts) => {
    expect(await devicesOf([fakePc(12, [ada], parts)])).toEqual([]);
  });

  test('are told without what Fleet does not tell of them', async () => {
    const [device] = await devicesOf([fakePc(12, [], { emails: [ada], seenAt: '' })]);
    expect(device).toEqual({ id: '12', name: 'WARD7-PC12', online: true, lastSeen: undefined });
  });

  test('are named without letters that cannot be seen, and left out without a name', async () => {
    const pcs = [
      fakePc(12, [], { emails: [ada], computerName: 'WARD7\u202e-PC\u0000' }),
      fakePc(13, [], { emails: [ada], computerName: '\u200b', hostname: '' }),
    ];
    expect((await devicesOf(pcs)).map(({ name }) => name)).toEqual(['WARD7-PC']);
  });

  test('are searched for by an address with signs in it', async () => {
    const upn = 'o’neill+a&b@trust.example';
    expect(await devicesOf([fakePc(12, [], { emails: [upn] })], upn)).toHaveLength(1);
  });

  test('are not asked from an answer that is not documented', async () => {
    await withFleet([], async (fleet) => {
      fleet.replies.push({ body: { hosts: 'none' } });
      await expect(driverFor(fleet).devicesOf(ada)).rejects.toMatchObject({ kind: 'wrong' });
    });
  });
});

describe('a PC by its name', () => {
  const named = (pcs: FakePc[], name = 'ward7-pc12', upn = ada) =>
    withFleet(pcs, async (fleet) => ({
      device: await driverFor(fleet).deviceNamed?.(name, upn),
      asked: fleet.queries.map(({ hostId }) => hostId),
    }));

  test('is found, in any case, when the person is signed in to it', async () => {
    const { device } = await named([fakePc(12, [bob, ada])]);
    expect(device).toMatchObject({ id: '12', name: 'WARD7-PC12' });
  });

  test('is found by its other name', async () => {
    const pc = fakePc(12, [ada], { computerName: 'LAPTOP' });
    expect((await named([pc])).device).toMatchObject({ id: '12', name: 'LAPTOP' });
  });

  test.each<[string, Partial<FakePc>, string[], number[]]>([
    ['somebody else is signed in to it', {}, [bob], [12]],
    ['it is off', { isOnline: false }, [ada], []],
    ['it does not answer in time', { timeouts: 9 }, [ada], [12, 12]],
    [
      'its name only begins so',
      { hostname: 'WARD7-PC120', computerName: 'WARD7-PC120' },
      [ada],
      [],
    ],
    ['it is no Windows PC', { platform: 'ubuntu' }, [ada], []],
  ])('is not found when %s', async (_when, parts, users, asked) => {
    expect(await named([fakePc(12, users, parts)])).toEqual({ device: undefined, asked });
  });

  test('is the one of several by that name that the person is signed in to', async () => {
    const twins = [fakePc(12, [bob]), fakePc(40, [ada], { hostname: 'WARD7-PC12' })];
    const { device, asked } = await named(twins);
    expect(device).toMatchObject({ id: '40' });
    expect(asked.toSorted()).toEqual([12, 40]);
  });

  test('is asked of no more than the three by that name that were seen last', async () => {
    const namesakes = [1, 2, 3, 4, 5].map((id) =>
      fakePc(id, [bob], { hostname: 'WARD7-PC12', seenAt: `2026-11-24T08:00:0${id}Z` }),
    );
    expect((await named(namesakes)).asked.toSorted()).toEqual([3, 4, 5]);
  });

  test('is found among more PCs than one answer holds', async () => {
    const many = Array.from({ length: 150 }, (_each, index) => fakePc(1_200 + index, []));
    const { device } = await named([...many, fakePc(12, [ada])], 'WARD7-PC12');
    expect(device).toMatchObject({ id: '12' });
  });

  test('is never looked for in SQL by what a person typed', async () => {
    expect(await named([fakePc(12, [ada])], "x' OR '1' = '1")).toEqual({
      device: undefined,
      asked: [],
    });
  });
});

describe('whether a PC is a person’s', () => {
  const isTheirs = (pcs: FakePc[], deviceId = '12') =>
    withFleet(pcs, async (fleet) => ({
      is: await driverFor(fleet).isDeviceOf(deviceId, ada),
      asked: fleet.queries.length,
    }));

  test('is taken from Fleet’s mapping, also for a PC that is off', async () => {
    const pc = fakePc(12, [], { emails: [ada], isOnline: false });
    expect(await isTheirs([pc])).toEqual({ is: true, asked: 0 });
  });

  test.each([
    ['they are signed in', [bob, ada], true],
    ['only somebody else is signed in', [bob], false],
    ['two people by their name are signed in', [ada, 'ada@other.example'], false],
  ])('is proven by who is signed in: %s', async (_who, users, is) => {
    expect(await isTheirs([fakePc(12, users)])).toEqual({ is, asked: 1 });
  });

  test.each([
    ['Fleet does not know', '99'],
    ['has a name for a number', 'WARD7-PC12'],
    ['has a path for a number', '12/query?x='],
  ])('is denied for a PC that %s', async (_what, deviceId) => {
    expect((await isTheirs([fakePc(12, [ada])], deviceId)).is).toBe(false);
  });

  test.each([
    ['is off', { isOnline: false }],
    ['does not answer in time', { timeouts: 9 }],
    ['has the query on its denylist', { denylisted: 'logged_in_users' }],
  ])('is neither said nor denied for a PC that %s', async (_what, parts) => {
    await expect(isTheirs([fakePc(12, [ada], parts)])).rejects.toMatchObject({ kind: 'busy' });
  });

  test('fails when the token may not ask', async () => {
    await expect(isTheirs([fakePc(12, [ada], { isForbidden: true })])).rejects.toMatchObject({
      kind: 'refused',
    });
  });
});

test('a run is begun under its key and cancelled without asking Fleet', async () => {
  await withFleet([fakePc(12, [ada])], async (fleet) => {
    const driver = driverFor(fleet);
    expect(await driver.begin(runOf([]))).toBe('task-1');
    expect(await driver.begin(runOf([]))).toBe('task-1');
    await expect(driver.cancel('task-1')).resolves.toBeUndefined();
    expect([fleet.queries, fleet.searches]).toEqual([[], []]);
  });
});
