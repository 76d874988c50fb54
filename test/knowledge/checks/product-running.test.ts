import { describe, expect, test } from 'vitest';
import { notAsked } from '../../../src/knowledge/checks/probe.ts';
import { productRunning } from '../../../src/knowledge/checks/product-running.ts';
import { absent, answered, judgeOf, probesOf, settings } from './answers.ts';

const judge = (copies: number) =>
  judgeOf(productRunning, {
    process: answered('process', { instances: Array(copies).fill({ name: 'Invented.exe' }) }),
  });

describe('running copies of NHS Credential Management', () => {
  test.each([
    [0, 'unhealthy', 'NHS Credential Management is not running', 'None'],
    [1, 'healthy', 'One copy of NHS Credential Management is running', 'One'],
    [2, 'unhealthy', '2 copies of NHS Credential Management are running', '2'],
    [11, 'unhealthy', '11 copies of NHS Credential Management are running', '11'],
  ])('%i of them: %s', (copies, verdict, reason, found) => {
    expect(judge(copies)).toEqual({ verdict, reason, found });
  });

  test('none are there when the process is not', () => {
    expect(judgeOf(productRunning, { process: absent })).toMatchObject({
      verdict: 'unhealthy',
      found: 'None',
    });
  });

  test.each(notAsked)('are not counted when they could not be asked for (%s)', (outcome) => {
    expect(judgeOf(productRunning, { process: { outcome } })).toMatchObject({
      verdict: 'cannot-tell',
      notAsked: outcome,
    });
  });

  test('are those of the person: another who is signed in has their own', () => {
    expect(probesOf(productRunning)).toMatchObject({ process: { scope: 'user' } });
  });

  test('are not counted while the process has no name', () => {
    expect(productRunning.probes({ ...settings, processName: undefined })).toBeUndefined();
  });
});
