import { describe, expect, test } from 'vitest';
import { credentialManagementRunning } from '../../../src/knowledge/checks/credential-management-running.ts';
import { notAsked } from '../../../src/knowledge/checks/probe.ts';
import { absent, answered, judgeOf, probesOf, settings } from './answers.ts';

const judge = (copies: number) =>
  judgeOf(credentialManagementRunning, {
    process: answered('process', { instances: Array(copies).fill({ name: 'Invented.exe' }) }),
  });

describe('NHS Credential Management', () => {
  test.each([
    [0, 'unhealthy', 'NHS Credential Management is not running', 'Not running'],
    [1, 'healthy', 'NHS Credential Management is running', 'Running'],
    // How many there are is the question of another check.
    [2, 'healthy', 'NHS Credential Management is running', 'Running'],
  ])('with %i copies is %s', (copies, verdict, reason, found) => {
    expect(judge(copies)).toEqual({ verdict, reason, found });
  });

  test('that is not there is not running', () => {
    expect(judgeOf(credentialManagementRunning, { process: absent })).toMatchObject({
      verdict: 'unhealthy',
      found: 'Not running',
    });
  });

  test.each(notAsked)('that could not be asked for (%s) may well be running', (outcome) => {
    expect(judgeOf(credentialManagementRunning, { process: { outcome } })).toMatchObject({
      verdict: 'cannot-tell',
      notAsked: outcome,
    });
  });

  test('is looked for in the session of the person, by the name the organisation gave', () => {
    expect(probesOf(credentialManagementRunning)).toEqual({
      process: { kind: 'process', name: 'Invented.exe', scope: 'user' },
    });
  });

  test('is not looked for while its process has no name', () => {
    const unnamed = { ...settings, processName: undefined };
    expect(credentialManagementRunning.probes(unnamed)).toBeUndefined();
  });
});
