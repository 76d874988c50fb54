import { expect, test } from 'vitest';
import type { Device } from '../../src/fleet/fleet-driver.ts';
import { pcsFrom } from '../../src/fleet/pcs-from.ts';

const pc = (name: string, online: boolean, lastSeen?: string): Device => ({
  id: `id-${name}`,
  name,
  online,
  lastSeen,
});
const namesOf = (devices: readonly Device[]) => pcsFrom(devices).map(({ name }) => name);

test('PCs that are on come first, then those seen last, then by name', () => {
  expect(
    namesOf([
      pc('OFF-LONG', false, '2026-11-01T09:00:00Z'),
      pc('OFF-NEVER', false),
      pc('ON-B', true, '2026-11-24T09:00:00Z'),
      pc('OFF-JUST', false, '2026-11-24T08:00:00Z'),
      pc('ON-A', true, '2026-11-24T09:00:00Z'),
    ]),
  ).toEqual(['ON-A', 'ON-B', 'OFF-JUST', 'OFF-LONG', 'OFF-NEVER']);
});

test('times in other zones are compared as times', () => {
  expect(
    namesOf([
      pc('EARLIER', false, '2026-11-24T10:00:00+02:00'),
      pc('LATER', false, '2026-11-24T09:30:00Z'),
      pc('LATEST', false, '2026-11-24T05:00:00-05:00'),
    ]),
  ).toEqual(['LATEST', 'LATER', 'EARLIER']);
});

test('a time that is none counts as never', () => {
  expect(namesOf([pc('B', false, 'soon'), pc('A', false, '2026-11-24T09:30:00Z')])).toEqual([
    'A',
    'B',
  ]);
});

test('a card lists five at most, and the list it was made from stays as it was', () => {
  const devices = ['F', 'E', 'D', 'C', 'B', 'A'].map((name) => pc(name, true));
  expect(namesOf(devices)).toEqual(['A', 'B', 'C', 'D', 'E']);
  expect(devices.map(({ name }) => name).join('')).toBe('FEDCBA');
  expect(pcsFrom([])).toEqual([]);
});
