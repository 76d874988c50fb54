import { expect, test } from 'vitest';
import type { Question } from '../../../../src/knowledge/checks/probe.ts';
import { fakePc } from '../../../support/fake-fleetdm/fake-pc.ts';
import { ada, answerOf } from '../../../support/fake-fleetdm/fleetdm-run.ts';

const absent = { outcome: 'absent' };
const answer = (observed: object) => ({ outcome: 'answered', observed });

test('programs of both views of the machine are found by a part of their name', async () => {
  const list = 'Microsoft\\Windows\\CurrentVersion\\Uninstall';
  const pc = fakePc(12, [ada], {
    state: { programs: [] },
    values: [
      {
        key: `HKEY_LOCAL_MACHINE\\SOFTWARE\\${list}\\{A}`,
        name: 'DisplayName',
        data: 'Card Reader 2',
      },
      { key: `HKEY_LOCAL_MACHINE\\SOFTWARE\\${list}\\{A}`, name: 'DisplayVersion', data: '2.0' },
      {
        key: `HKEY_LOCAL_MACHINE\\SOFTWARE\\WOW6432Node\\${list}\\B`,
        name: 'DisplayName',
        data: 'My card reader',
      },
      {
        key: `HKEY_LOCAL_MACHINE\\SOFTWARE\\WOW6432Node\\${list}\\B`,
        name: 'InstallDate',
        data: '20261012',
      },
      {
        key: `HKEY_LOCAL_MACHINE\\SOFTWARE\\WOW6432Node\\${list}\\B`,
        name: 'InstallLocation',
        data: 'C:\\B',
      },
    ],
  });
  const found = await answerOf(pc, { kind: 'installedProgram', nameContains: 'CARD READER' });
  const programs = [
    { name: 'Card Reader 2', version: '2.0' },
    { name: 'My card reader', installDate: '20261012', installLocation: 'C:\\B' },
  ];
  expect(found).toEqual(answer({ programs: expect.arrayContaining(programs) }));
  expect(found).toMatchObject({ observed: { programs: { length: programs.length } } });
});

test('a program that is not there is absent', async () => {
  const question: Question = { kind: 'installedProgram', nameContains: 'Smartcard Connect' };
  expect(await answerOf(fakePc(12, [ada]), question)).toEqual(absent);
});
