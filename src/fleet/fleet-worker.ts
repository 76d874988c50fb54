import type { FleetTask } from '../dialogs/fleet-task.ts';
import { checkRun, whatCame } from './check-run.ts';
import { FleetFailure } from './fleet-failure.ts';
import { afterFailure, isLateNow } from './pace.ts';
import { pcsFrom } from './pcs-from.ts';
import type { Step, WorkerOptions } from './worker-step.ts';

async function findPcs({ driver, upnOf }: WorkerOptions, task: FleetTask): Promise<Step> {
  const { request } = task;
  if (task.isCancelled) return { kind: 'over', end: { outcome: 'cancelled' } };
  const upn = await upnOf(task.person, task.address);
  if (!upn) return { kind: 'over', news: { kind: 'pcs', pcs: [] }, end: { outcome: 'pcs' } };
  const devices =
    request.kind === 'name-pc'
      ? [(await driver.deviceNamed?.(request.name, upn)) ?? []].flat()
      : await driver.devicesOf(upn);
  return { kind: 'over', news: { kind: 'pcs', pcs: pcsFrom(devices) }, end: { outcome: 'pcs' } };
}

function failed(options: WorkerOptions, task: FleetTask, error: unknown): Step {
  const now = options.now();
  const failure = error instanceof FleetFailure ? error : undefined;
  const afterMs = afterFailure(task, failure, now);
  if (afterMs === undefined) {
    const came = whatCame(options, task);
    if (came) return came;
    return {
      kind: 'over',
      end: { outcome: 'unreachable' },
      ...(task.isCancelled ? {} : { news: { kind: 'failed', why: 'unreachable' } }),
    };
  }
  const isLate = task.agentRunId !== undefined && isLateNow(task, 'running', now);
  return { kind: 'again', afterMs, news: isLate && !task.isLate ? [{ kind: 'late' }] : [] };
}

/**
 * Takes a task one step further: ends it, or gives it back until its next moment. Never throws; what
 * fails is put off, or ended with news for the person.
 */
export function createFleetWorker(options: WorkerOptions): (task: FleetTask) => Promise<void> {
  const { tasks, tell, now, random, log } = options;

  async function record(task: FleetTask, step: Step, hasFailed: boolean): Promise<void> {
    if (step.kind === 'over') {
      // Told before it is ended: a crash in between tells it again, which counts once.
      if (step.news) await tell(task, step.news);
      await tasks.end(task, step.end, now());
      log.info({ task: task.id, case: task.caseId, outcome: step.end.outcome }, 'fleet task ended');
      return;
    }
    for (const news of step.news) await tell(task, news);
    await tasks.giveBack(task, {
      at: new Date(now().getTime() + step.afterMs * (1 + random() / 4)),
      failures: hasFailed ? task.failures + 1 : 0,
      isLate: task.isLate || step.news.some(({ kind }) => kind === 'late'),
      ...(step.results ? { results: step.results } : {}),
    });
  }

  async function work(task: FleetTask): Promise<void> {
    let step: Step;
    let hasFailed = false;
    try {
      const isRun = task.request.kind === 'check-run';
      step = await (isRun ? checkRun(options, task) : findPcs(options, task));
    } catch (error) {
      hasFailed = true;
      step = failed(options, task, error);
      const failure = error instanceof FleetFailure ? error.kind : 'other';
      log.warn(
        { task: task.id, case: task.caseId, failure, next: step.kind, err: error },
        'fleet call failed',
      );
    }
    await record(task, step, hasFailed);
  }

  return (task) =>
    work(task).catch((error: unknown) => {
      // The database went away: the lease runs out, and the task is taken again.
      log.warn({ task: task.id, err: error }, 'fleet task could not be recorded');
    });
}
