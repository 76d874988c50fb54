import type { verifyCallback } from './verify-callback.ts';

interface Options {
  verify: (
    headers: Readonly<Record<string, string>>,
    body: string,
  ) => ReturnType<typeof verifyCallback>;
  /** Notes a callback. False when it was noted before. */
  noteOnce: (webhookId: string, now: Date) => Promise<boolean>;
  /** Makes the run due at once. False when no run that is out has this name. */
  wake: (agentRunId: string, now: Date) => Promise<boolean>;
  onWake: () => void;
  now: () => Date;
  log: Record<'info' | 'warn', (fields: object, message: string) => void>;
}

const statuses = { forged: 401, late: 401, 'not-understood': 400 } as const;

/**
 * Takes a call of the agent that says a run is over. It is only ever a reason to go and look: what it
 * says beyond the name of the run is not read.
 *
 * @returns the HTTP status to answer with
 */
export function createReceiveCallback({ verify, noteOnce, wake, onWake, now, log }: Options) {
  return async (headers: Readonly<Record<string, string>>, body: string): Promise<number> => {
    const verified = verify(headers, body);
    if ('problem' in verified) {
      log.warn({ problem: verified.problem }, 'fleet callback refused');
      return statuses[verified.problem];
    }
    const at = now();
    // What throws here is answered with 500, and the agent calls again. When the run could not be woken
    // after the call was noted, that second call counts as heard: the run is looked at all the same, at
    // its usual time within a minute. Waking first would let a call that is sent over and over keep it due.
    if (!(await noteOnce(verified.webhookId, at))) return 204;
    const isKnown = await wake(verified.agentRunId, at);
    if (isKnown) onWake();
    else log.info({}, 'fleet callback for no run that is out');
    return 204;
  };
}
