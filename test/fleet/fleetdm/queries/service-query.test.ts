import { expect, test } from 'vitest';
import type { Question } from '../../../../src/knowledge/checks/probe.ts';
import { fakePc } from '../../../support/fake-fleetdm/fake-pc.ts';
import { ada, answerOf } from '../../../support/fake-fleetdm/fleetdm-run.ts';

const absent = { outcome: 'absent' };
const answer = (observed: object) => ({ outcome: 'answered', observed });

test.each([
  ['runs and starts by itself', 'running', 'auto', { status: 'running', startType: 'auto' }],
  ['is started by hand', 'stopped', 'manual', { status: 'stopped', startType: 'manual' }],
  ['is disabled', 'stopped', 'disabled', { status: 'stopped', startType: 'disabled' }],
] as const)(
  'a service that %s is told in the words of the contract',
  async (_what, status, startType, observed) => {
    const pc = fakePc(12, [ada], {
      state: { services: [{ displayName: "Ward's Service", status, startType }] },
    });
    const question: Question = { kind: 'service', displayName: "WARD'S service" };
    expect(await answerOf(pc, question)).toEqual(answer(observed));
  },
);

test('a service that is not there is absent', async () => {
  const question: Question = { kind: 'service', displayName: 'NHS Port' };
  expect(await answerOf(fakePc(12, [ada]), question)).toEqual(absent);
});
