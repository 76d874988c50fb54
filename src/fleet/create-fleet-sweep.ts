import type { FleetTask, FleetTasks } from '../dialogs/fleet-task.ts';

interface Options {
  tasks: Pick<FleetTasks, 'take' | 'renew'>;
  work: (task: FleetTask) => Promise<void>;
  now: () => Date;
  log: { warn: (fields: object, message: string) => void };
  /** How many tasks are worked on at once. Each may hold an answer of a megabyte. */
  mostAtOnce?: number;
}

// Well within a lease. A person waits: what a bot that died was at is taken over soon.
const renewEveryMs = 3_000;

/**
 * Takes what is due and works on it, never more than a few at once: five hundred runs against a slow
 * agent wait in the database, not in memory. Call it often: while it works it also tells the other
 * copies of the bot that it is alive. A call with nothing to do is one query.
 *
 * @returns a promise that resolves when what this call took is done
 */
export function createFleetSweep({
  tasks,
  work,
  now,
  log,
  mostAtOnce = 64,
}: Options): () => Promise<void> {
  const atWork = new Set<string>();
  let isTaking = false;
  let renewedAt = 0;

  async function workOn(task: FleetTask): Promise<void> {
    try {
      await work(task);
    } finally {
      atWork.delete(task.id);
    }
  }

  async function renewLeases(): Promise<void> {
    const at = now();
    if (atWork.size === 0 || at.getTime() - renewedAt < renewEveryMs) return;
    renewedAt = at.getTime();
    await tasks.renew([...atWork], at);
  }

  async function takeMore(): Promise<FleetTask[]> {
    const free = mostAtOnce - atWork.size;
    if (free <= 0) return [];
    const taken = await tasks.take(now(), free);
    for (const { id } of taken) atWork.add(id);
    return taken;
  }

  return async function sweep() {
    if (isTaking) return;
    isTaking = true;
    let taken: FleetTask[] = [];
    try {
      await renewLeases();
      taken = await takeMore();
    } catch (error) {
      log.warn({ err: error }, 'fleet tasks could not be taken');
    } finally {
      isTaking = false;
    }
    await Promise.all(taken.map(workOn));
  };
}
