import { expect, test } from 'vitest';
import type { Question } from '../../../../src/knowledge/checks/probe.ts';
import { fakePc } from '../../../support/fake-fleetdm/fake-pc.ts';
import { ada, answerOf } from '../../../support/fake-fleetdm/fleetdm-run.ts';

const absent = { outcome: 'absent' };
const answer = (observed: object) => ({ outcome: 'answered', observed });

test('ports are told with the process that listens, for TCP only', async () => {
  const pc = fakePc(12, [ada], { state: { ports: [43487, 45031] } });
  pc.tables.listening_ports?.push({ pid: 4, port: 44213, protocol: 17, address: '::' });
  const question: Question = { kind: 'listeningPort', ports: [43487, 44213, 45031, 46478] };
  expect(await answerOf(pc, question)).toEqual(
    answer({
      listening: [
        { port: 43487, process: 'PortService.exe' },
        { port: 45031, process: 'PortService.exe' },
      ],
    }),
  );
});

test('ports that nobody listens on are absent', async () => {
  const question: Question = { kind: 'listeningPort', ports: [46478] };
  expect(await answerOf(fakePc(12, [ada]), question)).toEqual(absent);
});

test('a port is open when the process that opened it cannot be seen', async () => {
  const pc = fakePc(12, [ada]);
  pc.tables.listening_ports = [{ pid: 7_777, port: 43487, protocol: 6, address: '127.0.0.1' }];
  expect(await answerOf(pc, { kind: 'listeningPort', ports: [43487] })).toEqual(
    answer({ listening: [{ port: 43487 }] }),
  );
});
