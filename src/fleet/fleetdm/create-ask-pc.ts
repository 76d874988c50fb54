import type { FleetApi } from './create-fleet-api.ts';
import type { LiveAnswer } from './read-live-answer.ts';

/** Asks a PC in SQL on behalf of a call that began at a moment. */
export type AskPc = (hostId: string, sql: string, callBegan: Date) => Promise<LiveAnswer>;

/**
 * Asks once more when the PC did not answer in time, which may be because it was waking up. Both tries
 * are in one call, so that nothing has to be remembered: after a crash it is asked afresh. The second
 * one is left out when it could make the call longer than a worker has for it.
 */
export function createAskPc(
  query: FleetApi['query'],
  { now, queryMs }: { now: () => Date; queryMs: number },
): AskPc {
  return async (hostId, sql, callBegan) => {
    const answer = await query(hostId, sql);
    const hasTimedOut = 'notAsked' in answer && answer.notAsked === 'timeout';
    const isLate = now().getTime() - callBegan.getTime() > queryMs;
    return hasTimedOut && !isLate ? query(hostId, sql) : answer;
  };
}
