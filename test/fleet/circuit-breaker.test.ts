import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { withCircuitBreaker } from '../../src/fleet/circuit-breaker.ts';
import type { FleetDriver } from '../../src/fleet/fleet-driver.ts';
import { FleetFailure, type FleetFailureKind } from '../../src/fleet/fleet-failure.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-24T09:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

const failing = (kind: FleetFailureKind) => () =>
  Promise.reject(new FleetFailure(kind, `it is ${kind}`));

/** An agent whose next answers can be chosen, behind a breaker. */
function parts() {
  const inner = {
    devicesOf: vi.fn<FleetDriver['devicesOf']>().mockResolvedValue([]),
    isDeviceOf: vi.fn<FleetDriver['isDeviceOf']>().mockResolvedValue(true),
    begin: vi.fn<FleetDriver['begin']>().mockResolvedValue('run-1'),
    look: vi.fn<FleetDriver['look']>(),
    cancel: vi.fn<FleetDriver['cancel']>().mockResolvedValue(),
  };
  const driver = withCircuitBreaker(inner);
  const ask = () => driver.devicesOf('ada@trust.example');
  const fail = async (kind: FleetFailureKind, times: number) => {
    for (let time = 0; time < times; time += 1) {
      inner.devicesOf.mockImplementationOnce(failing(kind));
      await expect(ask()).rejects.toMatchObject({ message: `it is ${kind}` });
    }
  };
  return { inner, driver, ask, fail };
}

const leftAlone = {
  name: 'FleetFailure',
  kind: 'unreachable',
  message: 'the agent has not answered lately and is left alone',
};

describe('an agent that gave no answer', () => {
  test.each(['unreachable', 'slow', 'down'] as const)(
    'five times in a row, because it was %s, is left alone',
    async (kind) => {
      const { inner, driver, ask, fail } = parts();
      await fail(kind, 4);
      await expect(ask()).resolves.toEqual([]);
      await fail(kind, 5);
      inner.devicesOf.mockClear();
      await expect(ask()).rejects.toMatchObject(leftAlone);
      await expect(driver.cancel('run-1')).rejects.toMatchObject(leftAlone);
      expect(inner.devicesOf).not.toHaveBeenCalled();
      expect(inner.cancel).not.toHaveBeenCalled();
    },
  );

  test('is left alone for thirty seconds, then asked again, and all is well when it answers', async () => {
    const { inner, ask, fail } = parts();
    await fail('down', 5);
    vi.advanceTimersByTime(29_999);
    await expect(ask()).rejects.toMatchObject(leftAlone);
    vi.advanceTimersByTime(1);
    await expect(ask()).resolves.toEqual([]);
    await fail('down', 4);
    await expect(ask()).resolves.toEqual([]);
    expect(inner.devicesOf).toHaveBeenCalledTimes(11);
  });

  test('is asked by one call only, while the others fail at once', async () => {
    const { inner, driver, ask, fail } = parts();
    await fail('slow', 5);
    vi.advanceTimersByTime(30_000);
    const answer = Promise.withResolvers<[]>();
    inner.devicesOf.mockReturnValueOnce(answer.promise);
    const first = ask();
    await expect(ask()).rejects.toMatchObject(leftAlone);
    await expect(driver.begin({} as never)).rejects.toMatchObject(leftAlone);
    answer.resolve([]);
    await expect(first).resolves.toEqual([]);
    await expect(driver.begin({} as never)).resolves.toBe('run-1');
  });

  test('is left alone again when that one call fails', async () => {
    const { ask, fail } = parts();
    await fail('slow', 5);
    vi.advanceTimersByTime(30_000);
    await fail('slow', 1);
    vi.advanceTimersByTime(29_999);
    await expect(ask()).rejects.toMatchObject(leftAlone);
    vi.advanceTimersByTime(1);
    await expect(ask()).resolves.toEqual([]);
  });
});

describe('an agent that answers', () => {
  test.each(['refused', 'unknown', 'busy', 'wrong'] as const)(
    'is never left alone, though every answer is that it is %s',
    async (kind) => {
      const { ask, fail } = parts();
      await fail(kind, 12);
      await expect(ask()).resolves.toEqual([]);
    },
  );

  test('with a refusal in between has not failed five times in a row', async () => {
    const { ask, fail } = parts();
    await fail('down', 4);
    await fail('refused', 1);
    await fail('down', 4);
    await expect(ask()).resolves.toEqual([]);
  });

  test('with a refusal after the rest is there again', async () => {
    const { ask, fail } = parts();
    await fail('down', 5);
    vi.advanceTimersByTime(30_000);
    await fail('refused', 1);
    await expect(ask()).resolves.toEqual([]);
  });
});

test('a mistake of our own goes through as it is', async () => {
  const { inner, ask } = parts();
  const mistake = new TypeError('ours');
  for (let time = 0; time < 6; time += 1) {
    inner.devicesOf.mockRejectedValueOnce(mistake);
    await expect(ask()).rejects.toBe(mistake);
  }
});

describe('a driver', () => {
  test.each([
    ['that can find a PC by its name', true],
    ['that cannot', false],
  ])('%s stays one', async (_name, canFind) => {
    const { inner } = parts();
    const deviceNamed = vi.fn().mockResolvedValue(undefined);
    const driver = withCircuitBreaker({ ...inner, ...(canFind ? { deviceNamed } : {}) });
    await driver.deviceNamed?.('WARD7-PC12', 'ada@trust.example');
    expect(deviceNamed.mock.calls).toEqual(canFind ? [['WARD7-PC12', 'ada@trust.example']] : []);
  });
});
