import type { FleetTask } from '../dialogs/fleet-task.ts';
import type { FleetFailure } from './fleet-failure.ts';

const second = 1_000;

type Age = Pick<FleetTask, 'createdAt'>;

function ageOf({ createdAt }: Age, now: Date): number {
  return now.getTime() - createdAt.getTime();
}

/** When to look at a run again. A person waits in the first minute; after that a PC is off or slow. */
export function nextLookMs(task: Age, status: 'queued' | 'running', now: Date): number {
  const age = ageOf(task, now);
  if (age < 15 * second) return second;
  if (age < 60 * second) return 2 * second;
  if (age < 600 * second) return (status === 'running' ? 5 : 15) * second;
  return (status === 'running' ? 30 : 60) * second;
}

/** Whether to tell the person that the PC does not answer, so that they do not wait for it. */
export function isLateNow(task: Age, status: 'queued' | 'running', now: Date): boolean {
  return ageOf(task, now) > (status === 'queued' ? 10 : 60) * second;
}

const passing = new Set<FleetFailure['kind']>(['unreachable', 'slow', 'down', 'busy']);

/**
 * How long to wait after a call that failed, in milliseconds. Undefined: it is given up.
 *
 * Before a run has begun a person looks at a card that says “looking”, so two more tries are made and
 * no long wait is waited. Once it has begun, the agent may be away for hours and still have the answer.
 * A call without a failure of the agent, such as one to Teams that failed, counts as unreachable.
 */
export function afterFailure(
  task: Pick<FleetTask, 'agentRunId' | 'failures' | 'expiresAt' | 'isCancelled'>,
  failure: Pick<FleetFailure, 'kind' | 'retryAfterMs'> | undefined,
  now: Date,
): number | undefined {
  const { kind, retryAfterMs } = failure ?? { kind: 'unreachable', retryAfterMs: 0 };
  const backOff = Math.max(Math.min(second * 2 ** task.failures, 60 * second), retryAfterMs);
  if (task.isCancelled) return passing.has(kind) && task.failures < 5 ? backOff : undefined;
  if (kind === 'wrong') return task.failures < 2 ? backOff : undefined;
  if (!passing.has(kind)) return undefined;
  if (task.agentRunId !== undefined) return now < task.expiresAt ? backOff : undefined;
  return task.failures < 2 && backOff <= 20 * second ? backOff : undefined;
}
