import { describe, expect, test, vi } from 'vitest';
import type { FleetTask, FleetTasks } from '../../src/dialogs/fleet-task.ts';
import type { FleetNews } from '../../src/dialogs/pc-check.ts';
import type { FleetDriver } from '../../src/fleet/fleet-driver.ts';
import { FleetFailure } from '../../src/fleet/fleet-failure.ts';
import { createFleetWorker } from '../../src/fleet/fleet-worker.ts';
import type { Check } from '../../src/knowledge/checks/check.ts';

const createdAt = new Date('2026-11-24T09:00:00Z');
const settings = { processName: undefined, productCodes: [], logInOrigins: [] };

/** Healthy when the service was found, and never sure of anything else. */
const check: Check = {
  id: 'door',
  title: 'The door',
  expected: 'Open',
  basis: 'ours',
  probes: () => ({ handle: { kind: 'service', displayName: 'Door' } }),
  judge: ({ handle }) =>
    handle?.outcome === 'answered'
      ? { verdict: 'healthy', reason: 'The door is open', found: 'Open, seen by ada@trust.example' }
      : handle?.outcome === 'absent'
        ? { verdict: 'unhealthy', reason: 'There is no door', found: 'Nothing' }
        : { verdict: 'cannot-tell', reason: 'I could not see the door', found: 'No answer' },
};

/** Says why it could not be asked. */
const window: Check = {
  ...check,
  id: 'window',
  judge: ({ handle }) => ({
    verdict: 'cannot-tell',
    reason: 'I could not see the window',
    found: handle?.outcome ?? 'no result',
  }),
};

const run: Extract<FleetTask['request'], { kind: 'check-run' }> = {
  kind: 'check-run',
  task: 'task-1',
  caseId: 'SC-1',
  pc: { id: 'd-1', name: 'WARD7-PC12' },
  checks: ['door'],
  reason: 'Smartcard log in, case SC-1',
};

function taskOf(parts: Partial<FleetTask> = {}): FleetTask {
  return {
    id: 'task-1',
    request: run,
    caseId: 'SC-1',
    person: { tenantId: 't', userId: 'ada', teamsId: '29:ada', name: 'Ada' },
    address: {
      serviceUrl: 'http://127.0.0.1/',
      tenantId: 't',
      conversationId: 'a:ada',
      kind: 'personal',
      botId: 'b',
    },
    agentRunId: undefined,
    upn: undefined,
    results: {},
    failures: 0,
    isLate: false,
    isCancelled: false,
    createdAt,
    expiresAt: new Date('2026-11-24T13:00:00Z'),
    ...parts,
  };
}

const begun = { agentRunId: 'run-1', upn: 'ada@trust.example' };

function parts(seconds = 1, checks = [check]) {
  const told: FleetNews[] = [];
  const driver = {
    devicesOf: vi.fn<FleetDriver['devicesOf']>().mockResolvedValue([]),
    isDeviceOf: vi.fn<FleetDriver['isDeviceOf']>().mockResolvedValue(true),
    begin: vi.fn<FleetDriver['begin']>().mockResolvedValue('run-1'),
    look: vi.fn<FleetDriver['look']>(),
    cancel: vi.fn<FleetDriver['cancel']>().mockResolvedValue(),
  };
  const tasks = {
    take: vi.fn<FleetTasks['take']>(),
    renew: vi.fn<FleetTasks['renew']>(),
    started: vi.fn<FleetTasks['started']>().mockResolvedValue(),
    giveBack: vi.fn<FleetTasks['giveBack']>().mockResolvedValue(),
    end: vi.fn<FleetTasks['end']>().mockResolvedValue(),
  };
  const upnOf = vi.fn().mockResolvedValue('ada@trust.example');
  const tell = vi.fn(async (_task: FleetTask, news: FleetNews) => {
    told.push(news);
  });
  const now = new Date(createdAt.getTime() + seconds * 1_000);
  const log = { info: vi.fn(), warn: vi.fn() };
  const work = createFleetWorker({
    driver,
    tasks,
    checks,
    settings,
    upnOf,
    tell,
    redact: (text) => text.replace(/\S+@\S+/g, '[removed]'),
    now: () => now,
    random: () => 0,
    log,
  });
  const outcome = () => tasks.end.mock.calls[0]?.[1].outcome;
  const backIn = () => (tasks.giveBack.mock.calls[0]?.[1].at.getTime() ?? 0) - now.getTime();
  return { driver, tasks, upnOf, told, tell, log, work, outcome, backIn };
}

describe('looking for PCs', () => {
  const find = taskOf({ request: { kind: 'find-pcs', task: 'task-1', caseId: 'SC-1' } });

  test('tells a handful of them, those that are on first', async () => {
    const { driver, told, work, outcome } = parts();
    driver.devicesOf.mockResolvedValue(
      ['a', 'b', 'c', 'd', 'e', 'f'].map((id, index) => ({
        id,
        name: id.toUpperCase(),
        online: id === 'f',
        lastSeen: `2026-11-2${index}T09:00:00Z`,
      })),
    );
    await work(find);
    expect(told).toMatchObject([{ kind: 'pcs' }]);
    expect(told[0]?.kind === 'pcs' && told[0].pcs.map(({ id }) => id)).toEqual([
      'f',
      'e',
      'd',
      'c',
      'b',
    ]);
    expect(outcome()).toBe('pcs');
  });

  test('of somebody Teams tells nothing about finds none, and asks nobody', async () => {
    const { driver, upnOf, told, work } = parts();
    upnOf.mockResolvedValue(undefined);
    await work(find);
    expect(told).toEqual([{ kind: 'pcs', pcs: [] }]);
    expect(driver.devicesOf).not.toHaveBeenCalled();
  });

  test('is given up with news when the agent refuses the bot', async () => {
    const { driver, told, work, outcome } = parts();
    driver.devicesOf.mockRejectedValue(new FleetFailure('refused', 'answered with status 401'));
    await work(find);
    expect(told).toEqual([{ kind: 'failed', why: 'unreachable' }]);
    expect(outcome()).toBe('unreachable');
  });
});

describe('beginning a run', () => {
  test('asks the agent whose PC it is, begins, and looks a second later', async () => {
    const { driver, tasks, work, backIn } = parts();
    await work(taskOf());
    expect(driver.isDeviceOf).toHaveBeenCalledWith('d-1', 'ada@trust.example');
    expect(driver.begin).toHaveBeenCalledWith(
      expect.objectContaining({
        key: 'task-1',
        deviceId: 'd-1',
        expiresInSeconds: 4 * 3_600,
        probes: [{ id: 'door.handle', kind: 'service', displayName: 'Door' }],
      }),
    );
    expect(tasks.started).toHaveBeenCalledWith('task-1', begun);
    expect(backIn()).toBe(1_000);
  });

  test('never happens on a PC that is not theirs', async () => {
    const { driver, told, work, outcome } = parts();
    driver.isDeviceOf.mockResolvedValue(false);
    await work(taskOf());
    expect(driver.begin).not.toHaveBeenCalled();
    expect(told).toEqual([{ kind: 'failed', why: 'not-yours' }]);
    expect(outcome()).toBe('not-yours');
  });

  test('never happens for somebody who is no longer in the chat', async () => {
    const { driver, upnOf, work, outcome } = parts();
    upnOf.mockResolvedValue(undefined);
    await work(taskOf());
    expect(driver.begin).not.toHaveBeenCalled();
    expect(outcome()).toBe('not-yours');
  });

  test('never happens hours later, when the bot was away meanwhile', async () => {
    const { driver, told, work } = parts(5 * 3_600);
    await work(taskOf());
    expect(driver.begin).not.toHaveBeenCalled();
    expect(told).toEqual([{ kind: 'failed', why: 'expired' }]);
  });

  test('is tried again with the same body under the same key', async () => {
    const { driver, tasks, told, work } = parts();
    driver.begin.mockRejectedValueOnce(new FleetFailure('slow', 'no whole answer in time'));
    await work(taskOf());
    expect(tasks.giveBack.mock.calls[0]?.[1].failures).toBe(1);
    await work(taskOf({ failures: 1 }));
    expect(driver.begin.mock.calls[1]).toEqual(driver.begin.mock.calls[0]);
    expect(told).toEqual([]);
  });

  test('is given up after the third failure', async () => {
    const { driver, told, work } = parts();
    driver.begin.mockRejectedValue(new FleetFailure('down', 'answered with status 500'));
    await work(taskOf({ failures: 2 }));
    expect(told).toEqual([{ kind: 'failed', why: 'unreachable' }]);
  });
});

describe('looking at a run', () => {
  const answered = {
    'door.handle': { outcome: 'answered', observed: { status: 'running' } },
  } as const;

  test('that has finished tells the findings, without what must not be kept', async () => {
    const { driver, tasks, told, work } = parts();
    driver.look.mockResolvedValue({ status: 'finished', results: answered, retryAfterMs: 0 });
    await work(taskOf(begun));
    expect(told).toMatchObject([
      {
        kind: 'found',
        findings: [
          {
            check: 'door',
            verdict: 'healthy',
            found: 'Open, seen by [removed]',
            isOurs: true,
            at: '2026-11-24T09:00:01.000Z',
          },
        ],
      },
    ]);
    expect(tasks.end.mock.calls[0]?.[1]).toEqual({
      outcome: 'found',
      upn: 'ada@trust.example',
      probes: ['door.handle'],
      agentRunId: 'run-1',
    });
  });

  test('that has finished without an answer to a probe cannot tell', async () => {
    const { driver, told, work } = parts();
    driver.look.mockResolvedValue({ status: 'finished', results: {}, retryAfterMs: 0 });
    await work(taskOf(begun));
    expect(told).toMatchObject([{ kind: 'found', findings: [{ verdict: 'cannot-tell' }] }]);
  });

  test.each(['expired', 'cancelled'] as const)(
    'that is %s without any answer says so',
    async (status) => {
      const { driver, told, work } = parts();
      driver.look.mockResolvedValue({ status, results: {}, retryAfterMs: 0 });
      await work(taskOf(begun));
      expect(told).toEqual([{ kind: 'failed', why: 'expired' }]);
    },
  );

  test('that goes on waits as long as the agent asks', async () => {
    const { driver, told, work, backIn } = parts();
    driver.look.mockResolvedValue({ status: 'running', results: {}, retryAfterMs: 7_000 });
    await work(taskOf(begun));
    expect(backIn()).toBe(7_000);
    expect(told).toEqual([]);
  });

  test('that got further tells how far, once', async () => {
    const { driver, told, work } = parts();
    driver.look.mockResolvedValue({ status: 'running', results: answered, retryAfterMs: 0 });
    await work(taskOf(begun));
    await work(taskOf({ ...begun, results: answered }));
    expect(told).toEqual([{ kind: 'progress', answered: 1 }]);
  });

  test('of a PC that is off tells the person after a while, once', async () => {
    const { driver, tasks, told, work } = parts(20);
    driver.look.mockResolvedValue({ status: 'queued', results: {}, retryAfterMs: 0 });
    await work(taskOf(begun));
    await work(taskOf({ ...begun, isLate: true }));
    expect(told).toEqual([{ kind: 'late' }]);
    expect(tasks.giveBack.mock.calls.map(([, { isLate }]) => isLate)).toEqual([true, true]);
  });

  test('while the agent is away is put off, not given up', async () => {
    const { driver, told, work, backIn } = parts(600);
    driver.look.mockRejectedValue(new FleetFailure('unreachable', 'no connection'));
    await work(taskOf({ ...begun, failures: 3, isLate: true }));
    expect(backIn()).toBe(8_000);
    expect(told).toEqual([]);
  });

  test('that expired half way tells what came, and that the rest did not answer in time', async () => {
    const { driver, told, work } = parts(1, [check, window]);
    driver.look.mockResolvedValue({ status: 'expired', results: answered, retryAfterMs: 0 });
    await work(taskOf({ ...begun, request: { ...run, checks: ['door', 'window'] } }));
    expect(told).toMatchObject([
      { findings: [{ verdict: 'healthy' }, { verdict: 'cannot-tell', found: 'timeout' }] },
    ]);
  });

  test('that fails for good half way tells what had come', async () => {
    const { driver, told, work, outcome } = parts(1, [check, window]);
    driver.look.mockRejectedValue(new FleetFailure('unknown', 'answered with status 404'));
    const request = { ...run, checks: ['door', 'window'] };
    await work(taskOf({ ...begun, request, results: answered }));
    expect(told).toMatchObject([
      { findings: [{ verdict: 'healthy' }, { verdict: 'cannot-tell', found: 'error' }] },
    ]);
    expect(outcome()).toBe('found');
  });

  test('that the agent has forgotten is over', async () => {
    const { driver, told, work } = parts();
    driver.look.mockRejectedValue(new FleetFailure('unknown', 'answered with status 404'));
    await work(taskOf(begun));
    expect(told).toEqual([{ kind: 'failed', why: 'unreachable' }]);
  });
});

describe('a run that is cancelled', () => {
  test('is cancelled with the agent and tells nothing', async () => {
    const { driver, told, work, outcome } = parts();
    await work(taskOf({ ...begun, isCancelled: true }));
    expect(driver.cancel).toHaveBeenCalledWith('run-1');
    expect(told).toEqual([]);
    expect(outcome()).toBe('cancelled');
  });

  test('before it began is never begun', async () => {
    const { driver, work, outcome } = parts();
    await work(taskOf({ isCancelled: true }));
    expect(driver.begin).not.toHaveBeenCalled();
    expect(driver.cancel).not.toHaveBeenCalled();
    expect(outcome()).toBe('cancelled');
  });
});

test('when the database is away the task is left for the next who takes it', async () => {
  const { tasks, tell, log, work } = parts();
  tell.mockRejectedValue(new Error('connection lost'));
  await work(taskOf({ request: { kind: 'find-pcs', task: 'task-1', caseId: 'SC-1' } }));
  expect(tasks.end).not.toHaveBeenCalled();
  expect(log.warn).toHaveBeenCalledOnce();
});
