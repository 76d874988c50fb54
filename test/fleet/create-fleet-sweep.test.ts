import { expect, test, vi } from 'vitest';
import type { FleetTask } from '../../src/dialogs/fleet-task.ts';
import { createFleetSweep } from '../../src/fleet/create-fleet-sweep.ts';

const task = (id: number) => ({ id: String(id) }) as FleetTask;
const nine = Date.parse('2026-11-24T09:00:00Z');

/** Five hundred tasks that are due, and work that ends when it is told to. */
function parts(mostAtOnce: number) {
  const due = Array.from({ length: 500 }, (_, index) => task(index));
  const take = vi.fn(async (_now: Date, limit: number) => due.splice(0, limit));
  const ends: (() => void)[] = [];
  let atWork = 0;
  let most = 0;
  const work = async () => {
    atWork += 1;
    most = Math.max(most, atWork);
    await new Promise<void>((resolve) => ends.push(resolve));
    atWork -= 1;
  };
  const log = { warn: vi.fn() };
  const renew = vi.fn(async (_ids: readonly string[], _now: Date) => {});
  const clock = { ms: nine };
  const sweep = createFleetSweep({
    tasks: { take, renew },
    work,
    now: () => new Date(clock.ms),
    log,
    mostAtOnce,
  });
  return { due, take, renew, ends, sweep, log, clock, most: () => most };
}

test('takes no more than it may work on, however often it is called', async () => {
  const { due, ends, sweep, most } = parts(3);
  const sweeps = [sweep(), sweep()];
  await vi.waitFor(() => expect(ends).toHaveLength(3));
  await sweep();
  expect(due).toHaveLength(497);
  for (const end of ends.splice(0)) end();
  await Promise.all(sweeps);
  const next = sweep();
  await vi.waitFor(() => expect(ends).toHaveLength(3));
  for (const end of ends.splice(0)) end();
  await next;
  expect(most()).toBe(3);
});

test('a place is free again when one task ends, not when all of them have', async () => {
  const { due, ends, sweep } = parts(2);
  const first = sweep();
  await vi.waitFor(() => expect(ends).toHaveLength(2));
  ends.shift()?.();
  const second = vi.waitFor(async () => {
    void sweep();
    expect(due).toHaveLength(497);
  });
  await second;
  for (const end of ends.splice(0)) end();
  await first;
});

test('goes on after the database was away', async () => {
  const { take, ends, sweep, log } = parts(1);
  take.mockRejectedValueOnce(new Error('connection lost'));
  await sweep();
  expect(log.warn).toHaveBeenCalledOnce();
  const next = sweep();
  await vi.waitFor(() => expect(ends).toHaveLength(1));
  ends[0]?.();
  await next;
});

test('says every few seconds that it is still at what it has taken, and no longer', async () => {
  const { ends, renew, sweep, clock } = parts(2);
  const first = sweep();
  await vi.waitFor(() => expect(ends).toHaveLength(2));
  for (let second = 1; second <= 60; second += 1) {
    clock.ms = nine + second * 1_000;
    await sweep();
  }
  expect(renew).toHaveBeenCalledTimes(20);
  expect(renew.mock.calls.every(([ids]) => ids.join() === '0,1')).toBe(true);
  for (const end of ends.splice(0)) end();
  await first;
  clock.ms = nine + 120_000;
  const next = sweep();
  await vi.waitFor(() => expect(ends).toHaveLength(2));
  expect(renew).toHaveBeenCalledTimes(20);
  for (const end of ends.splice(0)) end();
  await next;
});
