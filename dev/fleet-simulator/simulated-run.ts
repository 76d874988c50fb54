import type { CheckRun, CheckRunRequest, Result } from '../../src/fleet/agent/agent-api.ts';
import { answerProbe } from './answer-probe.ts';
import type { PcState } from './pc-state.ts';

/** A run as the simulator keeps it. */
export interface SimulatedRun {
  id: string;
  request: CheckRunRequest;
  createdAt: Date;
  updatedAt: Date;
  /** When the PC took it up: a PC that is off does not. */
  startedAt?: Date;
  /** Never changes once it is there. */
  ended?: 'finished' | 'expired' | 'cancelled';
  results: Result[];
}

/** Lets the PC do what it has had time for. A PC that is off does nothing. */
export function advance(run: SimulatedRun, pc: PcState | undefined, now: Date): void {
  if (run.ended) return;
  const { probes, requestedBy, expiresInSeconds } = run.request;
  const end = run.createdAt.getTime() + expiresInSeconds * 1_000;
  if (pc?.online) {
    if (now.getTime() < end) run.startedAt ??= now;
    const spent = run.startedAt ? Math.min(now.getTime(), end) - run.startedAt.getTime() : -1;
    const done = pc.msPerProbe === 0 ? probes.length : Math.floor(spent / pc.msPerProbe);
    for (const probe of spent < 0 ? [] : probes.slice(run.results.length, done)) {
      run.results.push({ probeId: probe.id, ...answerProbe(pc, probe, requestedBy.upn) });
      run.updatedAt = now;
    }
  }
  if (run.results.length === probes.length) endRun(run, 'finished', now);
  else if (now.getTime() >= end) endRun(run, 'expired', now);
}

/** Ends a run. One that has ended stays as it is. */
export function endRun(
  run: SimulatedRun,
  how: NonNullable<SimulatedRun['ended']>,
  now: Date,
): void {
  if (run.ended) return;
  run.ended = how;
  run.updatedAt = now;
}

/** The run as the contract shows it. */
export function runBody(run: SimulatedRun): CheckRun {
  const { id, request, createdAt, updatedAt, startedAt, ended, results } = run;
  return {
    id,
    deviceId: request.deviceId,
    status: ended ?? (startedAt ? 'running' : 'queued'),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    results,
  };
}
