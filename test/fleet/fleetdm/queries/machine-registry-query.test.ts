import { expect, test } from 'vitest';
import type { Question } from '../../../../src/knowledge/checks/probe.ts';
import { fakePc } from '../../../support/fake-fleetdm/fake-pc.ts';
import { ada, answerOf } from '../../../support/fake-fleetdm/fleetdm-run.ts';

const machine = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Acme';
const absent = { outcome: 'absent' };
const answer = (observed: object) => ({ outcome: 'answered', observed });

function registryValue(
  parts: Partial<Extract<Question, { kind: 'registryValue' }>> = {},
): Question {
  return {
    kind: 'registryValue',
    hive: 'machine',
    key: 'software\\acme',
    name: 'LEVEL',
    view: '64',
    ...parts,
  };
}
const keyOf = (view: '64' | '32' | 'both'): Question => ({
  kind: 'registryKey',
  hive: 'machine',
  key: 'SOFTWARE\\ACME\\left',
  view,
});

test.each([
  ['a text', { type: 'REG_SZ', data: 'high' }, { type: 'REG_SZ', data: 'high', view: '64' }],
  [
    'a number',
    { type: 'REG_DWORD', data: 528049 },
    { type: 'REG_DWORD', data: 528049, view: '64' },
  ],
  [
    'a number that osquery writes with a sign',
    { type: 'REG_DWORD', data: 0xffffffff },
    { type: 'REG_DWORD', data: 4294967295, view: '64' },
  ],
])(
  'a registry value that is %s is read in any case of its names',
  async (_what, value, observed) => {
    const pc = fakePc(12, [ada], { values: [{ key: machine, name: 'Level', ...value }] });
    expect(await answerOf(pc, registryValue())).toEqual(answer(observed));
  },
);

test.each([
  ['64', 'SOFTWARE\\Acme', { data: 'wide', view: '64' }],
  ['32', 'SOFTWARE\\Acme', undefined],
  ['both', 'SOFTWARE\\Acme', { data: 'wide', view: '64' }],
  ['64', 'SOFTWARE\\WOW6432Node\\Acme', undefined],
  ['32', 'SOFTWARE\\WOW6432Node\\Acme', { data: 'wide', view: '32' }],
  ['both', 'SOFTWARE\\WOW6432Node\\Acme', { data: 'wide', view: '32' }],
] as const)('view %s of a value in %s', async (view, key, observed) => {
  const pc = fakePc(12, [ada], {
    values: [{ key: `HKEY_LOCAL_MACHINE\\${key}`, name: 'Level', data: 'wide' }],
  });
  expect(await answerOf(pc, registryValue({ view }))).toEqual(
    observed ? answer({ type: 'REG_SZ', ...observed }) : absent,
  );
});

test('a value in both views counts as 64-bit programs see it', async () => {
  const pc = fakePc(12, [ada], {
    values: [
      { key: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\WOW6432Node\\Acme', name: 'Level', data: 'narrow' },
      { key: machine, name: 'Level', data: 'wide' },
    ],
  });
  expect(await answerOf(pc, registryValue({ view: 'both' }))).toMatchObject(
    answer({ data: 'wide', view: '64' }),
  );
});

test('a key of the name is no value of the name', async () => {
  const pc = fakePc(12, [ada], { values: [{ key: `${machine}\\Level`, name: 'x', data: '1' }] });
  expect(await answerOf(pc, registryValue())).toEqual(absent);
});

test('a value that stands after one that osquery cannot read is not found', async () => {
  const pc = fakePc(12, [ada], {
    values: [
      { key: machine, name: 'Broken', isUnreadable: true },
      { key: machine, name: 'Level', data: 'high' },
    ],
  });
  expect(await answerOf(pc, registryValue())).toEqual(absent);
});

test('a value that is too long to be one is no answer', async () => {
  const pc = fakePc(12, [ada], {
    values: [{ key: machine, name: 'Level', data: 'x'.repeat(5_000) }],
  });
  expect(await answerOf(pc, registryValue())).toEqual({ outcome: 'error' });
});

test.each([
  ['64', 'SOFTWARE\\Acme\\Left', true],
  ['both', 'SOFTWARE\\WOW6432Node\\Acme\\Left', true],
  ['64', 'SOFTWARE\\WOW6432Node\\Acme\\Left', false],
  ['both', 'SOFTWARE\\Acme', false],
] as const)('view %s of an empty key: %s', async (view, key, exists) => {
  const pc = fakePc(12, [ada], { values: [{ key: `HKEY_LOCAL_MACHINE\\${key}` }] });
  expect(await answerOf(pc, keyOf(view))).toEqual(exists ? answer({ exists: true }) : absent);
});

test('a value of the name is no key of the name', async () => {
  const pc = fakePc(12, [ada], { values: [{ key: machine, name: 'Left', data: '1' }] });
  expect(await answerOf(pc, keyOf('64'))).toEqual(absent);
});
