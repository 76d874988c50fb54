import type { FleetTask } from '../dialogs/fleet-task.ts';
import type { FleetNews } from '../dialogs/pc-check.ts';
import { type Check, probesOf } from '../knowledge/checks/check.ts';
import type { NotAsked } from '../knowledge/checks/probe.ts';
import type { RunRequest, RunState } from './fleet-driver.ts';
import { judgeChecks } from './judge-checks.ts';
import { isLateNow, nextLookMs } from './pace.ts';
import { redactResults } from './redact-results.ts';
import type { Step, WorkerOptions } from './worker-step.ts';

interface Run extends RunRequest {
  checks: readonly Check[];
}

function runOf({ checks, settings }: WorkerOptions, task: FleetTask, upn: string): Run {
  const { request, expiresAt } = task;
  if (request.kind !== 'check-run') throw new Error(`${request.kind} is no check run`);
  const wanted = checks.filter(({ id }) => request.checks.includes(id));
  return {
    key: task.id,
    deviceId: request.pc.id,
    upn,
    reason: request.reason,
    probes: probesOf(wanted, settings),
    // The same for every try: an agent refuses another body under the same key.
    expiresInSeconds: Math.round((expiresAt.getTime() - task.createdAt.getTime()) / 1_000),
    checks: wanted,
  };
}

/** How many checks have all their answers. */
function answeredIn({ checks, probes }: Run, results: RunState['results']): number {
  return checks.filter(({ id }) =>
    probes.every((probe) => !probe.id.startsWith(`${id}.`) || results[probe.id]),
  ).length;
}

/**
 * The end of a run of which something came.
 *
 * @param missing why what has no result has none
 */
function over(
  { settings, redact, now }: WorkerOptions,
  { agentRunId }: FleetTask,
  { checks, probes, upn }: Run,
  results: RunState['results'],
  missing: NotAsked,
): Step {
  const all = Object.fromEntries(
    probes.map(({ id }) => [id, results[id] ?? { outcome: missing }] as const),
  );
  const findings = judgeChecks(checks, all, { settings, at: now(), redact });
  const ids = probes.map(({ id }) => id);
  const end = { upn, probes: ids, ...(agentRunId === undefined ? {} : { agentRunId }) };
  return { kind: 'over', news: { kind: 'found', findings }, end: { outcome: 'found', ...end } };
}

/**
 * What came of a run before the agent failed us for good: better than nothing. Undefined when nothing
 * had come.
 */
export function whatCame(options: WorkerOptions, task: FleetTask): Step | undefined {
  const { upn, results, isCancelled } = task;
  if (upn === undefined || isCancelled || Object.keys(results).length === 0) return undefined;
  return over(options, task, runOf(options, task, upn), results, 'error');
}

function stepFrom(options: WorkerOptions, task: FleetTask, run: Run, state: RunState): Step {
  const { status, results } = state;
  const at = options.now();
  if (status === 'finished') return over(options, task, run, results, 'error');
  if ((status !== 'queued' && status !== 'running') || at >= task.expiresAt) {
    if (Object.keys(results).length > 0) return over(options, task, run, results, 'timeout');
    return {
      kind: 'over',
      news: { kind: 'failed', why: 'expired' },
      end: { outcome: 'expired', upn: run.upn, probes: run.probes.map(({ id }) => id) },
    };
  }
  const answered = answeredIn(run, results);
  const news: FleetNews[] = [];
  if (answered > answeredIn(run, task.results)) news.push({ kind: 'progress', answered });
  if (!task.isLate && isLateNow(task, status, at)) news.push({ kind: 'late' });
  const afterMs = Math.max(nextLookMs(task, status, at), state.retryAfterMs);
  return { kind: 'again', afterMs, news, results: redactResults(results) };
}

/** One step of a check run: cancels it, begins it, or looks how it stands. */
export async function checkRun(options: WorkerOptions, task: FleetTask): Promise<Step> {
  const { driver, tasks, upnOf } = options;
  if (task.isCancelled) {
    if (task.agentRunId !== undefined) await driver.cancel(task.agentRunId);
    return { kind: 'over', end: { outcome: 'cancelled' } };
  }
  if (task.agentRunId !== undefined && task.upn !== undefined) {
    const { agentRunId } = task;
    const run = runOf(options, task, task.upn);
    const state = await driver.look({ ...run, agentRunId, results: task.results });
    return stepFrom(options, task, run, state);
  }
  if (options.now() >= task.expiresAt) {
    return { kind: 'over', news: { kind: 'failed', why: 'expired' }, end: { outcome: 'expired' } };
  }
  const upn = await upnOf(task.person, task.address);
  const notTheirs: Step = {
    kind: 'over',
    news: { kind: 'failed', why: 'not-yours' },
    end: { outcome: 'not-yours', ...(upn ? { upn } : {}) },
  };
  if (!upn) return notTheirs;
  const run = runOf(options, task, upn);
  // Whatever the card said: the agent says whose PC it is.
  if (!(await driver.isDeviceOf(run.deviceId, upn))) return notTheirs;
  const agentRunId = await driver.begin(run);
  await tasks.started(task.id, { agentRunId, upn });
  return { kind: 'again', afterMs: nextLookMs(task, 'queued', options.now()), news: [] };
}
