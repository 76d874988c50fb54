import { expect, test } from 'vitest';
import { fakePc } from '../../../support/fake-fleetdm/fake-pc.ts';
import { ada, answerOf } from '../../../support/fake-fleetdm/fleetdm-run.ts';

const absent = { outcome: 'absent' };
const answer = (observed: object) => ({ outcome: 'answered', observed });

test.each([
  ['C:\\Program Files (x86)\\*NHS Digital*', ['C:\\Program Files (x86)\\Old nhs digital 1']],
  ['c:\\program files (x86)\\*NHS Digital*', undefined],
  ['C:\\Program Files (x86)\\*NHS', undefined],
  ['C:\\Program Files (x86)\\Acme', ['C:\\Program Files (x86)\\Acme']],
  ['D:\\*', undefined],
])('what %s finds', async (glob, paths) => {
  const folder = 'C:\\Program Files (x86)';
  const pc = fakePc(12, [ada], {
    state: { paths: [`${folder}\\Old nhs digital 1`, `${folder}\\Acme`, `${folder}\\Acme\\NHS`] },
  });
  expect(await answerOf(pc, { kind: 'path', glob })).toEqual(paths ? answer({ paths }) : absent);
});

test('what is in the root of a drive is found', async () => {
  const pc = fakePc(12, [ada]);
  pc.tables.file = [{ path: 'C:\\NHS', directory: 'C:\\', filename: 'NHS', type: 'directory' }];
  expect(await answerOf(pc, { kind: 'path', glob: 'C:\\n*' })).toEqual(
    answer({ paths: ['C:\\NHS'] }),
  );
});

test.each([['C:\\*\\NHS'], ['NHS'], ['\\\\server\\share\\*']])(
  '%s cannot be asked',
  async (glob) => {
    expect(await answerOf(fakePc(12, [ada]), { kind: 'path', glob })).toEqual({
      outcome: 'unsupported',
    });
  },
);
