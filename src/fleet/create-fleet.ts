import type { Fleet } from '../dialogs/pc-check.ts';
import { allChecks } from '../knowledge/checks/all-checks.ts';
import { createDriver } from './create-driver.ts';
import { createFleetSweep } from './create-fleet-sweep.ts';
import type { FleetConfig } from './fleet-config.ts';
import { createFleetWorker } from './fleet-worker.ts';
import { createReceiveCallback } from './receive-callback.ts';
import { verifyCallback } from './verify-callback.ts';
import type { WorkerOptions } from './worker-step.ts';

interface Options
  extends Pick<WorkerOptions, 'tasks' | 'upnOf' | 'tell' | 'redact' | 'now' | 'random' | 'log'> {
  config: FleetConfig;
  /** Notes a callback by its id. False when it was noted before. */
  noteOnce: (webhookId: string, now: Date) => Promise<boolean>;
  /** Makes a run due at once. False when no run that is out has this name. */
  wake: (agentRunId: string, now: Date) => Promise<boolean>;
}

/** The fleet agent as the rest of the bot sees it. */
export interface FleetEdge {
  /** What can be asked, for the dialogs. */
  about: Fleet;
  /** Works on what is due. Call it often. */
  sweep: () => Promise<void>;
  /** Takes a call of the agent. Undefined when none is expected. */
  receiveCallback: ReturnType<typeof createReceiveCallback> | undefined;
}

/** Puts the fleet agent's client, its worker and its callback together. */
export function createFleet({ config, noteOnce, wake, ...options }: Options): FleetEdge {
  const { tasks, now, log } = options;
  const driver = createDriver(config, now);
  const askable = allChecks.filter((check) => check.probes(config) !== undefined);
  const work = createFleetWorker({ ...options, driver, checks: askable, settings: config });
  const sweep = createFleetSweep({ tasks, work, now, log });
  const callback = config.driver === 'agent' ? config.callback : undefined;
  return {
    about: {
      agent: config.name,
      checks: new Map(askable.map(({ id, title }) => [id, title])),
      canFindByName: driver.deviceNamed !== undefined,
    },
    sweep,
    receiveCallback:
      callback &&
      createReceiveCallback({
        verify: (headers, body) => verifyCallback(callback.secret, headers, body),
        noteOnce,
        wake,
        onWake: () => void sweep(),
        now,
        log,
      }),
  };
}
