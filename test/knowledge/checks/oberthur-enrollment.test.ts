import { describe, expect, test } from 'vitest';
import { oberthurEnrollment } from '../../../src/knowledge/checks/oberthur-enrollment.ts';
import { notAsked } from '../../../src/knowledge/checks/probe.ts';
import { absent, judgeOf, probesOf, value } from './answers.ts';

const judge = (data: string | number | string[], type: string) =>
  judgeOf(oberthurEnrollment, { value: value(data, type) });

describe('the setting for series 8 cards', () => {
  test.each([
    [0, 'REG_DWORD'],
    ['0', 'REG_DWORD'],
    ['0x0', 'REG_DWORD'],
    ['0x00000000', 'reg_dword'],
    [0, 'DWORD'],
    [0, 'REG_DWORD_LITTLE_ENDIAN'],
  ])('%j as %s is as it is meant to be', (data, type) => {
    expect(judge(data, type)).toEqual({
      verdict: 'healthy',
      reason: 'The setting for series 8 cards is there',
      found: '0',
    });
  });

  test.each([
    [1, 'REG_DWORD', '1 (REG_DWORD)'],
    ['0x1', 'REG_DWORD', '0x1 (REG_DWORD)'],
    [-1, 'REG_DWORD', '1 (REG_DWORD)'],
    ['', 'REG_DWORD', 'Nothing (REG_DWORD)'],
    ['0', 'REG_SZ', '0 (REG_SZ)'],
    ['0x0', 'REG_SZ', '0x0 (REG_SZ)'],
    [0, 'REG_QWORD', '0 (REG_QWORD)'],
    [0, 'REG_DWORD_BIG_ENDIAN', '0 (REG_DWORD_BIG_ENDIAN)'],
    [['0'], 'REG_MULTI_SZ', '0 (REG_MULTI_SZ)'],
    [0, '<b>REG_DWORD</b>', '0 (a type that is not known)'],
  ])('%j as %s is told, and for a person to judge: %s', (data, type, found) => {
    expect(judge(data, type)).toEqual({
      verdict: 'cannot-tell',
      reason: 'The setting for series 8 cards has an unusual value',
      found,
    });
  });

  test('a missing one is the fault', () => {
    expect(judgeOf(oberthurEnrollment, { value: absent })).toEqual({
      verdict: 'unhealthy',
      reason: 'The setting for series 8 cards is missing',
      found: 'Not found for your Windows account',
    });
  });

  test.each(notAsked)('one that could not be asked (%s) is not a missing one', (outcome) => {
    expect(judgeOf(oberthurEnrollment, { value: { outcome } })).toMatchObject({
      verdict: 'cannot-tell',
      notAsked: outcome,
    });
  });

  test('only the hive of the signed-in person is asked', () => {
    expect(Object.values(probesOf(oberthurEnrollment))).toEqual([
      {
        kind: 'registryValue',
        hive: 'user',
        key: 'SOFTWARE\\Oberthur Technologies\\Minidriver\\PIVMinidriver',
        name: 'EnableNHSEnrollment',
        view: '64',
      },
    ]);
  });
});
