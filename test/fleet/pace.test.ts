import { describe, expect, test } from 'vitest';
import { afterFailure, isLateNow, nextLookMs } from '../../src/fleet/pace.ts';

const createdAt = new Date('2026-11-24T09:00:00Z');
const expiresAt = new Date('2026-11-24T13:00:00Z');
const atSecond = (seconds: number) => new Date(createdAt.getTime() + seconds * 1_000);

describe('a run is looked at', () => {
  test.each([
    [0, 'running', 1],
    [14, 'queued', 1],
    [20, 'running', 2],
    [90, 'running', 5],
    [90, 'queued', 15],
    [700, 'running', 30],
    [700, 'queued', 60],
  ] as const)('after %i seconds, %s: in %i seconds', (age, status, seconds) => {
    expect(nextLookMs({ createdAt }, status, atSecond(age))).toBe(seconds * 1_000);
  });
});

describe('a person is told that the PC does not answer', () => {
  test.each([
    ['queued', 5, false],
    ['queued', 11, true],
    ['running', 45, false],
    ['running', 61, true],
  ] as const)('%s for %i seconds: %s', (status, age, isLate) => {
    expect(isLateNow({ createdAt }, status, atSecond(age))).toBe(isLate);
  });
});

describe('a failed call', () => {
  const before = { agentRunId: undefined, failures: 0, expiresAt, isCancelled: false };
  const begun = { ...before, agentRunId: 'run-1' };
  const failure = (
    kind: 'unreachable' | 'slow' | 'busy' | 'down' | 'refused' | 'unknown' | 'wrong',
    retryAfterMs = 0,
  ) => ({ kind, retryAfterMs });

  test.each(['unreachable', 'slow', 'down', 'busy'] as const)(
    '%s is tried two more times before the run has begun, and for hours after',
    (kind) => {
      expect(afterFailure(before, failure(kind), atSecond(1))).toBe(1_000);
      expect(afterFailure({ ...before, failures: 1 }, failure(kind), atSecond(1))).toBe(2_000);
      expect(afterFailure({ ...before, failures: 2 }, failure(kind), atSecond(1))).toBeUndefined();
      expect(afterFailure({ ...begun, failures: 40 }, failure(kind), atSecond(3_600))).toBe(60_000);
      expect(afterFailure(begun, failure(kind), atSecond(4 * 3_600))).toBeUndefined();
    },
  );

  test.each(['refused', 'unknown'] as const)('%s is never tried again', (kind) => {
    expect(afterFailure(before, failure(kind), atSecond(1))).toBeUndefined();
    expect(afterFailure(begun, failure(kind), atSecond(1))).toBeUndefined();
  });

  test('wrong is tried two more times, then it stays wrong', () => {
    expect(afterFailure({ ...begun, failures: 1 }, failure('wrong'), atSecond(1))).toBe(2_000);
    expect(afterFailure({ ...begun, failures: 2 }, failure('wrong'), atSecond(1))).toBeUndefined();
  });

  test('the agent is left alone as long as it asks, unless a person waits at the start', () => {
    expect(afterFailure(before, failure('busy', 5_000), atSecond(1))).toBe(5_000);
    expect(afterFailure(before, failure('busy', 60_000), atSecond(1))).toBeUndefined();
    expect(afterFailure(begun, failure('busy', 120_000), atSecond(1))).toBe(120_000);
  });

  test('of something else than the agent counts as unreachable', () => {
    expect(afterFailure(before, undefined, atSecond(1))).toBe(1_000);
  });

  test('of a cancel is tried a few times and then left: the run expires by itself', () => {
    const cancelled = { ...begun, isCancelled: true };
    expect(afterFailure(cancelled, failure('down'), atSecond(1))).toBe(1_000);
    expect(
      afterFailure({ ...cancelled, failures: 5 }, failure('down'), atSecond(1)),
    ).toBeUndefined();
    expect(afterFailure(cancelled, failure('refused'), atSecond(1))).toBeUndefined();
  });
});
