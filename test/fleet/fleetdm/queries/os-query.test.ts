import { expect, test } from 'vitest';
import { fakePc } from '../../../support/fake-fleetdm/fake-pc.ts';
import { ada, answerOf } from '../../../support/fake-fleetdm/fleetdm-run.ts';

const answer = (observed: object) => ({ outcome: 'answered', observed });

test('Windows is told with the time it was started', async () => {
  const pc = fakePc(12, [ada], { state: { bootedAt: '2026-11-23T06:12:00.000Z' } });
  expect(await answerOf(pc, { kind: 'os' })).toEqual(
    answer({
      name: 'Microsoft Windows 11 Enterprise',
      version: '10.0.26100',
      build: '26100',
      bootedAt: '2026-11-23T06:12:00.000Z',
    }),
  );
});

test('a PC that does not tell its Windows has not answered', async () => {
  const pc = fakePc(12, [ada], { tables: { os_version: [] } });
  expect(await answerOf(pc, { kind: 'os' })).toEqual({ outcome: 'error' });
});
