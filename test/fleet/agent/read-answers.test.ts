import { describe, expect, test } from 'vitest';
import {
  readAccepted,
  readDevices,
  readPrimaryUser,
  readRun,
} from '../../../src/fleet/agent/read-answers.ts';
import { FleetFailure } from '../../../src/fleet/fleet-failure.ts';
import type { Probe, ProbeResult } from '../../../src/knowledge/checks/probe.ts';

const device = { id: 'd-1', name: 'WARD7-PC12', online: true, lastSeen: '2026-11-24T08:59:00Z' };
const named = ({ name }: { name: string }) => name;

describe('a list of PCs', () => {
  test('is read with what the bot needs of each', () => {
    expect(readDevices({ devices: [{ ...device, primaryUser: 'a@b.example', room: 7 }] })).toEqual([
      device,
    ]);
  });

  test.each([
    ['no id', { id: undefined }],
    ['an empty id', { id: '' }],
    ['a number for an id', { id: 7 }],
    ['an id that is another place', { id: '..' }],
    ['an id of two lines', { id: 'd\n1' }],
    ['an id longer than any', { id: 'd'.repeat(201) }],
    ['no name', { name: undefined }],
    ['a name of blanks', { name: ' \u200B\u0000 ' }],
    ['a name longer than any', { name: 'W'.repeat(101) }],
    ['no word on whether it is on', { online: 'yes' }],
  ])('loses a PC with %s, and no other', (_name, parts) => {
    const devices = [{ ...device, ...parts }, null, 7, [], { ...device, id: 'd-2', name: 'OTHER' }];
    expect(readDevices({ devices }).map(named)).toEqual(['OTHER']);
  });

  test.each([undefined, null, 'yesterday', 7, '2026-13-01T00:00:00Z'])(
    'keeps a PC that was seen %j',
    (lastSeen) => {
      expect(readDevices({ devices: [{ ...device, lastSeen }] })).toEqual([
        { ...device, lastSeen: undefined },
      ]);
    },
  );

  test('has each PC once, and names as one can see them', () => {
    const again = { ...device, name: 'AGAIN' };
    const disguised = { ...device, id: 'd-2', name: ' WARD7\u202E-\u0000PC14\u200B ' };
    expect(readDevices({ devices: [device, again, disguised] }).map(named)).toEqual([
      'WARD7-PC12',
      'WARD7-PC14',
    ]);
  });

  test('loses none because there are many', () => {
    const devices = Array.from({ length: 300 }, (_each, index) => ({
      ...device,
      id: `d-${index}`,
    }));
    expect(readDevices({ devices })).toHaveLength(300);
  });

  test.each([
    undefined,
    null,
    'devices',
    [],
    {},
    { devices: null },
    { devices: {} },
    { devices: Array.from({ length: 10_001 }, () => device) },
  ])('of the wrong shape is no list', (body) => {
    expect(() => readDevices(body)).toThrow(FleetFailure);
  });
});

describe('whose a PC is', () => {
  test.each([
    ['ada@trust.example', 'ada@trust.example'],
    [undefined, undefined],
    [null, undefined],
    [7, undefined],
    ['a'.repeat(321), undefined],
  ])('%j is read as %j', (primaryUser, expected) => {
    expect(readPrimaryUser({ ...device, primaryUser }, 'd-1')).toBe(expected);
  });

  test('is not told by another PC', () => {
    const other = { ...device, id: 'd-2', primaryUser: 'ada@trust.example' };
    expect(() => readPrimaryUser(other, 'd-1')).toThrow('another device');
  });
});

test.each([undefined, {}, { id: '' }, { id: '.' }, { id: ['run-1'] }, 'run-1'])(
  'a run is not begun by the answer %j',
  (body) => {
    expect(() => readAccepted(body)).toThrow(FleetFailure);
  },
);

describe('a run', () => {
  const probes: Probe[] = [
    { id: 'door.service', kind: 'service', displayName: 'Door' },
    { id: 'door.value', kind: 'registryValue', hive: 'user', key: 'K', name: 'V', view: '64' },
    { id: 'door.os', kind: 'os' },
  ];
  const asked = { agentRunId: 'run-1', deviceId: 'd-1', probes };
  const answer = { id: 'run-1', deviceId: 'd-1', status: 'finished', results: [] as unknown[] };
  const running = { outcome: 'answered', observed: { status: 'running' } };

  const resultsOf = (...results: unknown[]) => readRun({ ...answer, results }, asked).results;

  test('is read with its results by probe', () => {
    expect(
      resultsOf(
        { probeId: 'door.service', ...running },
        { probeId: 'door.value', outcome: 'absent' },
        { probeId: 'door.os', outcome: 'timeout', detail: 'after 10 s' },
      ),
    ).toEqual({
      'door.service': running,
      'door.value': { outcome: 'absent' },
      'door.os': { outcome: 'timeout' },
    });
  });

  test.each<[string, object, ProbeResult]>([
    ['an outcome nobody knows', { outcome: 'missing' }, { outcome: 'error' }],
    ['an outcome in capitals', { outcome: 'ABSENT' }, { outcome: 'error' }],
    ['the name of a member every object has', { outcome: 'constructor' }, { outcome: 'error' }],
    ['an answer without a value', { outcome: 'answered' }, { outcome: 'error' }],
    ['an answer of null', { outcome: 'answered', observed: null }, { outcome: 'error' }],
    [
      'a value of another kind',
      { outcome: 'answered', observed: { paths: [] } },
      { outcome: 'error' },
    ],
    [
      'a value too long to keep',
      { outcome: 'answered', observed: { status: 'a'.repeat(4_001) } },
      { outcome: 'error' },
    ],
    [
      'more than was asked',
      { outcome: 'answered', observed: { status: 'running', __proto__: { a: 1 }, owner: 'Ada' } },
      { outcome: 'answered', observed: { status: 'running' } },
    ],
    ['a value beside “not there”', { ...running, outcome: 'absent' }, { outcome: 'absent' }],
  ])('with %s is never more than it is', (_name, result, expected) => {
    expect(resultsOf({ probeId: 'door.service', ...result })).toEqual({ 'door.service': expected });
  });

  test.each([null, 7, 'absent', [], {}, { probeId: 7, outcome: 'absent' }, { probeId: 'door.os' }])(
    'loses the result %j, and no other',
    (result) => {
      expect(resultsOf(result, { probeId: 'door.service', ...running })).toEqual({
        'door.service': running,
      });
    },
  );

  test('has the first of two results for a probe', () => {
    const second = { probeId: 'door.service', outcome: 'absent' };
    expect(resultsOf({ probeId: 'door.service', ...running }, second)).toEqual({
      'door.service': running,
    });
  });

  test.each(['door.lock', '__proto__', 'constructor', 'toString'])(
    'drops a result for %s, which nobody asked for',
    (probeId) => {
      const results = resultsOf({ probeId, ...running });
      expect(Object.keys(results)).toEqual([]);
      expect(Object.getPrototypeOf(results)).toBe(Object.prototype);
    },
  );

  test.each([
    ['another run', { id: 'run-2' }],
    ['another PC', { deviceId: 'd-2' }],
    ['a status nobody knows', { status: 'done' }],
    ['no status', { status: undefined }],
    ['no results', { results: undefined }],
    ['results that are no list', { results: {} }],
    ['10,001 results', { results: Array.from({ length: 10_001 }, () => ({})) }],
  ])('of %s is not read', (_name, parts) => {
    expect(() => readRun({ ...answer, ...parts }, asked)).toThrow(FleetFailure);
  });

  test('of 10,000 results is read', () => {
    const results = Array.from({ length: 10_000 }, () => ({
      probeId: 'door.os',
      outcome: 'absent',
    }));
    expect(resultsOf(...results)).toEqual({ 'door.os': { outcome: 'absent' } });
  });

  test('that is not read says where it went wrong, and quotes nothing', () => {
    const read = () => readRun({ ...answer, status: 'secret-words' }, asked);
    expect(read).toThrow('the run is not what the contract says, at "status"');
  });
});
