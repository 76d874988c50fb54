import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { CheckRun } from '../../src/fleet/agent/agent-api.ts';
import { changePc } from './faults.ts';
import { isCheckRunRequest } from './is-check-run-request.ts';
import type { PcState } from './pc-state.ts';
import { Problem } from './problem.ts';
import { sendCallback } from './send-callback.ts';
import { advance, endRun, runBody, type SimulatedRun } from './simulated-run.ts';

interface Options {
  now: () => Date;
  pcById: (id: string) => PcState | undefined;
  /** Signs callbacks. Without it none are sent. */
  callbackSecret: string | undefined;
}

/** How often a run that is late is looked at, to call back when it is over. */
const callBackEveryMs = 250;

/** The bot says in its reason which checks something was done about since it last looked. */
function doWhatWasDone(pc: PcState, reason: string): void {
  const done = /done since: ([\w, -]+)$/.exec(reason)?.[1]?.split(/,\s*/);
  if (done && !pc.isStubborn) changePc(pc, 'repair', done);
}

/** The runs of a simulator. */
export function createRuns({ now, pcById, callbackSecret }: Options) {
  const runs = new Map<string, SimulatedRun>();
  const byKey = new Map<string, SimulatedRun>();

  const toNow = (run: SimulatedRun) => {
    advance(run, pcById(run.request.deviceId), now());
    return run;
  };

  function callBack(run: SimulatedRun, url: string, secret: string, afterMs: number): void {
    setTimeout(() => {
      const { ended } = toNow(run);
      if (!ended) callBack(run, url, secret, callBackEveryMs);
      else if (ended !== 'cancelled') void sendCallback(url, secret, run.id);
    }, afterMs).unref();
  }

  function runOf(id: string): SimulatedRun {
    const run = runs.get(id);
    if (!run) throw new Problem(404, 'There is no such run');
    return toNow(run);
  }

  return {
    /** @returns the id of the run */
    start(key: string | undefined, body: unknown): string {
      if (!key) throw new Problem(400, 'Idempotency-Key is missing');
      if (!isCheckRunRequest(body)) throw new Problem(400, 'The run is not what the contract says');
      const known = byKey.get(key);
      if (known && !isDeepStrictEqual(known.request, body)) {
        throw new Problem(422, 'This key has another body');
      }
      if (known) return known.id;
      const pc = pcById(body.deviceId);
      if (!pc) throw new Problem(404, 'There is no such PC');
      doWhatWasDone(pc, body.reason);
      const at = now();
      const run: SimulatedRun = {
        id: `run-${randomUUID()}`,
        request: body,
        createdAt: at,
        updatedAt: at,
        results: [],
      };
      runs.set(run.id, run);
      byKey.set(key, run);
      toNow(run);
      if (body.callbackUrl && callbackSecret) {
        callBack(run, body.callbackUrl, callbackSecret, pc.msPerProbe * body.probes.length);
      }
      return run.id;
    },
    look: (id: string): CheckRun => runBody(runOf(id)),
    cancel: (id: string): void => endRun(runOf(id), 'cancelled', now()),
    all: (): CheckRun[] => [...runs.values()].map((run) => runBody(toNow(run))),
  };
}
