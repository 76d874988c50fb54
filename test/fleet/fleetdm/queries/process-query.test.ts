import { expect, test } from 'vitest';
import type { Question } from '../../../../src/knowledge/checks/probe.ts';
import { fakePc } from '../../../support/fake-fleetdm/fake-pc.ts';
import { ada, answerOf, bob } from '../../../support/fake-fleetdm/fleetdm-run.ts';

const absent = { outcome: 'absent' };
const answer = (observed: object) => ({ outcome: 'answered', observed });

const processOf = (name: string, scope: 'user' | 'any'): Question => ({
  kind: 'process',
  name,
  scope,
});

test.each([
  ['one name', 'CardManager.exe', 2],
  ['a name in another case', 'CARDMANAGER.EXE', 2],
  ['a pattern', 'card*.exe', 3],
  ['a pattern with signs that mean something elsewhere', 'Card(*.exe', 0],
  ['another name', 'Manager.exe', 0],
])('processes by %s', async (_what, name, count) => {
  const pc = fakePc(12, [ada, bob], {
    state: {
      processes: [
        { name: 'CardManager.exe', user: ada },
        { name: 'cardmanager.exe', user: bob },
        { name: 'CardUpdate.exe', user: bob },
      ],
    },
  });
  const found = await answerOf(pc, processOf(name, 'any'));
  expect(found).toEqual(
    count === 0 ? absent : answer({ instances: expect.objectContaining({ length: count }) }),
  );
});

test('a process tells its path and when it was started, where Windows tells', async () => {
  const pc = fakePc(12, [ada]);
  pc.tables.processes = [
    { pid: 1, name: 'x.exe', path: 'C:\\x.exe', uid: 1101, start_time: 1_795_500_000 },
    { pid: 2, name: 'x.exe', path: '', uid: 1101, start_time: -1 },
  ];
  expect(await answerOf(pc, processOf('x.exe', 'any'))).toEqual(
    answer({
      instances: [
        { name: 'x.exe', path: 'C:\\x.exe', startedAt: '2026-11-24T06:00:00.000Z' },
        { name: 'x.exe' },
      ],
    }),
  );
});
