import { describe, expect, test } from 'vitest';
import { portService } from '../../../src/knowledge/checks/port-service.ts';
import { notAsked } from '../../../src/knowledge/checks/probe.ts';
import { absent, answered, judgeOf, probesOf } from './answers.ts';

const judge = (status: string, startType?: string) =>
  judgeOf(portService, {
    service: answered('service', { status, ...(startType === undefined ? {} : { startType }) }),
  });

describe('NHS Port Service', () => {
  test.each([
    ['running', 'auto', 'Running, starts automatically'],
    ['RUNNING', 'AUTO_START', 'Running, starts automatically'],
    [' Running ', 'Automatic (Delayed Start)', 'Running, starts automatically'],
    ['running', undefined, 'Running, start type not told'],
    ['running', 'SYSTEM_START', 'Running, start type not told'],
    // How it starts is not what stops a log in now.
    ['running', 'manual', 'Running, has to be started by hand'],
    ['RUNNING', 'DEMAND_START', 'Running, has to be started by hand'],
    ['running', 'disabled', 'Running, start is disabled'],
  ])('%s with start type %s is fine: %s', (status, startType, found) => {
    expect(judge(status, startType)).toEqual({
      verdict: 'healthy',
      reason: 'NHS Port Service is running',
      found,
    });
  });

  test.each([
    ['stopped', 'auto', 'stopped', 'Stopped, starts automatically'],
    ['STOPPED', 'DISABLED', 'stopped', 'Stopped, start is disabled'],
    ['Stopped', 'Manual (Trigger Start)', 'stopped', 'Stopped, has to be started by hand'],
    ['stop_pending', 'auto', 'stopping', 'Stopping, starts automatically'],
    ['Stop Pending', 'auto', 'stopping', 'Stopping, starts automatically'],
    ['StopPending', 'Automatic', 'stopping', 'Stopping, starts automatically'],
    ['paused', 'auto', 'paused', 'Paused, starts automatically'],
    ['PAUSE_PENDING', 'auto', 'pausing', 'Pausing, starts automatically'],
  ])('%s with start type %s needs fixing: it is %s', (status, startType, state, found) => {
    expect(judge(status, startType)).toEqual({
      verdict: 'unhealthy',
      reason: `NHS Port Service is ${state}`,
      found,
    });
  });

  test.each([
    'start_pending',
    'Start Pending',
    'StartPending',
    'CONTINUE_PENDING',
    'unknown',
    'not running',
    'running?',
    '',
    // A name that every object knows.
    'constructor',
    '__proto__',
  ])('of “%s” nothing can be said', (status) => {
    expect(judge(status, 'auto')).toEqual({
      verdict: 'cannot-tell',
      reason: 'I could not find out whether NHS Port Service is running',
      found: 'Neither running nor stopped, starts automatically',
    });
  });

  test('one that is not there has to be installed', () => {
    expect(judgeOf(portService, { service: absent })).toEqual({
      verdict: 'unhealthy',
      reason: 'NHS Port Service is not installed',
      found: 'Not installed',
    });
  });

  test.each([
    ['offline', 'The PC was off or not on the network'],
    ['timeout', 'The PC did not answer in time'],
    ['denied', 'I am not allowed to look at this'],
    ['unsupported', 'This cannot be looked at on this PC'],
    ['error', 'The answer could not be read'],
  ] as const)('when it could not be asked (%s), the reason is told: %s', (outcome, found) => {
    expect(judgeOf(portService, { service: { outcome } })).toEqual({
      verdict: 'cannot-tell',
      reason: 'I could not find out whether NHS Port Service is running',
      found,
      notAsked: outcome,
    });
    expect(notAsked).toHaveLength(5);
  });

  test('it is asked for by the name people see', () => {
    expect(probesOf(portService)).toEqual({
      service: { kind: 'service', displayName: 'NHS Port Service' },
    });
  });
});
