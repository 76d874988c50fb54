import type { FleetTask, FleetTasks } from '../dialogs/fleet-task.ts';

interface Options {
  take: FleetTasks['take'];
  work: (task: FleetTask) => Promise<void>;
  now: () => Date;
  log: { warn: (fields: object, message: string) => void };
  /** How many tasks are worked on at once. Each may hold an answer of a megabyte. */
  mostAtOnce?: number;
}

/**
 * Takes what is due and works on it, never more than a few at once: five hundred runs against a slow
 * agent wait in the database, not in memory. Call it often; a call with nothing to do is one query.
 *
 * @returns a promise that resolves when what this call took is done
 */
export function createFleetSweep({
  take,
  work,
  now,
  log,
  mostAtOnce = 16,
}: Options): () => Promise<void> {
  let atWork = 0;
  let isTaking = false;

  async function workOn(task: FleetTask): Promise<void> {
    try {
      await work(task);
    } finally {
      atWork -= 1;
    }
  }

  return async function sweep() {
    const free = mostAtOnce - atWork;
    if (isTaking || free <= 0) return;
    isTaking = true;
    let taken: FleetTask[] = [];
    try {
      taken = await take(now(), free);
      atWork += taken.length;
    } catch (error) {
      log.warn({ err: error }, 'fleet tasks could not be taken');
    } finally {
      isTaking = false;
    }
    await Promise.all(taken.map(workOn));
  };
}
