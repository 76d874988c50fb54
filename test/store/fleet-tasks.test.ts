import { describe, expect, test } from 'vitest';
import type { FleetRequest } from '../../src/dialogs/pc-check.ts';
import { createFleetTasks, wakeFleetTask } from '../../src/store/fleet-tasks.ts';
import { noteOnce } from '../../src/store/note-once.ts';
import { caseOf, requestOf, start, useStore } from '../support/store.ts';

const store = useStore();
const secondsOn = (seconds: number) => new Date(start.getTime() + seconds * 1_000);
const tasks = () => createFleetTasks(store.database.db);

const runFor = (userId: string): Exclude<FleetRequest, { kind: 'cancel' }> => ({
  kind: 'check-run',
  task: `task-${userId}`,
  caseId: `SC-${userId}`,
  pc: { id: 'd-1', name: 'WARD7-PC12' },
  checks: ['port-service'],
  reason: 'a test',
});

/** A turn that asks for a run, and ends what other tests have left. */
async function asked(userId: string, fails = false) {
  const { db } = store.database;
  await db.updateTable('fleet_task').set({ ended_at: start, next_at: null }).execute();
  const request = runFor(userId);
  const turn = store.turns.runTurn(requestOf(userId), () => ({
    cases: [caseOf(request.caseId)],
    messages: [],
    fleet: fails ? [request, request] : [request],
  }));
  await (fails ? turn.catch(() => undefined) : turn);
  return request.task;
}

async function takeOne(seconds: number) {
  const [task] = await tasks().take(secondsOn(seconds), 5);
  if (!task) throw new Error('nothing is due');
  return task;
}

const auditOf = (task: string) =>
  store.database.db
    .selectFrom('audit_entry')
    .select(['event', 'user_id', 'case_id', 'detail'])
    .where('subject', '=', task)
    .orderBy('id')
    .execute();

describe('what the fleet agent is asked for', () => {
  test('is kept with the case and its audit row, or none of them is', async () => {
    const task = await asked('ada');
    expect(await takeOne(0)).toMatchObject({
      id: task,
      caseId: 'SC-ada',
      person: { userId: 'ada' },
      agentRunId: undefined,
      results: {},
      createdAt: start,
    });
    expect(await auditOf(task)).toMatchObject([
      { event: 'check-run-asked', user_id: 'ada', case_id: 'SC-ada' },
    ]);

    const failed = await asked('bob', true);
    expect(await tasks().take(start, 5)).toEqual([]);
    expect(await auditOf(failed)).toEqual([]);
  });

  test('is taken once by many who ask at once', async () => {
    await asked('cat');
    const taken = await Promise.all(Array.from({ length: 10 }, () => tasks().take(start, 5)));
    expect(taken.flat()).toHaveLength(1);
  });

  test('is taken again ten seconds after whoever took it was last heard of', async () => {
    const task = await asked('dan');
    await takeOne(0);
    expect(await tasks().take(secondsOn(9), 5)).toEqual([]);
    await tasks().renew([task], secondsOn(9));
    expect(await tasks().take(secondsOn(18), 5)).toEqual([]);
    expect((await takeOne(19)).id).toBe(task);
  });

  test('comes back with what was found out, at its time', async () => {
    await asked('eve');
    const task = await takeOne(0);
    await tasks().started(task.id, { agentRunId: 'run-eve', upn: 'eve@trust.example' });
    const results = { 'port-service.service': { outcome: 'absent' } } as const;
    await tasks().giveBack(task, { at: secondsOn(5), results, failures: 2, isLate: true });
    expect(await tasks().take(secondsOn(4), 5)).toEqual([]);
    expect(await takeOne(5)).toMatchObject({
      agentRunId: 'run-eve',
      upn: 'eve@trust.example',
      results,
      failures: 2,
      isLate: true,
    });
  });

  test('is due at once when the agent calls back, also while it is being looked at', async () => {
    const { db } = store.database;
    await asked('fay');
    const task = await takeOne(0);
    await tasks().started(task.id, { agentRunId: 'run-fay', upn: 'fay@trust.example' });
    expect(await wakeFleetTask(db, 'run-fay', secondsOn(1))).toBe(true);
    await tasks().giveBack(task, { at: secondsOn(60), failures: 0, isLate: false });
    expect((await takeOne(1)).id).toBe(task.id);
    expect(await wakeFleetTask(db, 'run-of-nobody', start)).toBe(false);
  });

  test('ends once, with one audit row, and keeps neither results nor the person’s address', async () => {
    const { db } = store.database;
    await asked('gus');
    const task = await takeOne(0);
    await tasks().started(task.id, { agentRunId: 'run-gus', upn: 'gus@trust.example' });
    const end = { outcome: 'found', upn: 'gus@trust.example', probes: ['a.b'] } as const;
    await Promise.all([1, 2, 3].map((second) => tasks().end(task, end, secondsOn(second))));
    expect((await auditOf(task.id)).map(({ event, detail }) => [event, detail.outcome])).toEqual([
      ['check-run-asked', undefined],
      ['check-run-ended', 'found'],
    ]);
    const row = await db
      .selectFrom('fleet_task')
      .select(['results', 'upn', 'next_at'])
      .where('id', '=', task.id)
      .executeTakeFirst();
    expect(row).toEqual({ results: {}, upn: null, next_at: null });
    expect(await tasks().take(secondsOn(3_600), 5)).toEqual([]);
    expect(await wakeFleetTask(db, 'run-gus', secondsOn(3_600))).toBe(false);
  });

  test('is cancelled by a turn, which makes it due', async () => {
    const task = await asked('hal');
    const held = await takeOne(0);
    await tasks().giveBack(held, { at: secondsOn(600), failures: 0, isLate: false });
    await store.turns.runTurn(requestOf('hal', secondsOn(2)), () => ({
      cases: [],
      messages: [],
      fleet: [{ kind: 'cancel', task }],
    }));
    expect(await takeOne(2)).toMatchObject({ id: task, isCancelled: true });
  });
});

test('a callback is noted once, however often and wherever it comes', async () => {
  const { db } = store.database;
  const noted = await Promise.all(
    Array.from({ length: 5 }, () => noteOnce(db, 'fleet-callback', 'msg-1', start)),
  );
  expect(noted.filter(Boolean)).toHaveLength(1);
  expect(await noteOnce(db, 'somebody-else', 'msg-1', start)).toBe(true);
});
