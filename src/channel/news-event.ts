import type { FleetTask } from '../dialogs/fleet-task.ts';
import type { FleetNews } from '../dialogs/pc-check.ts';
import type { Received } from './received.ts';

/**
 * News of the fleet agent as something that happened in the person's chat. The id is made of the task
 * and the news, so that the same news told again counts once.
 */
export function newsEvent({ id, caseId, person, address }: FleetTask, news: FleetNews): Received {
  const what = news.kind === 'progress' ? `progress-${news.answered}` : news.kind;
  return {
    person,
    address,
    activityId: `${id}:${what}`,
    input: { kind: 'fleet', caseId, task: id, news },
    mentioned: true,
  };
}
