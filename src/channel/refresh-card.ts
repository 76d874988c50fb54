import type { Case } from '../dialogs/case.ts';
import type { Address } from '../dialogs/person.ts';
import { caseCard } from '../dialogs/troubleshoot/case-card.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Connector } from './connector.ts';
import { cardActivity } from './outgoing-activity.ts';
import { sendFailure } from './send-failure.ts';

/** A case with the message that shows it. */
interface ShownCase {
  trouble: Case;
  address: Address;
  activityId: string;
}

interface Options {
  connector: Connector;
  knowledge: Knowledge;
  cardRefreshed: (trouble: Case) => Promise<void>;
  now: () => Date;
  log: { warn: (fields: object, message: string) => void };
}

/**
 * Teams shows the answer to a press to the person who pressed, and only until the chat is opened
 * anew: the message itself has to be edited as well, or tomorrow it shows yesterday's step.
 */
export function createRefreshCard({ connector, knowledge, cardRefreshed, now, log }: Options) {
  return async function refreshCard({ trouble, address, activityId }: ShownCase): Promise<void> {
    const topic = knowledge.topics.get(trouble.topicId);
    if (!topic) return;
    try {
      await connector.update(address, activityId, cardActivity(caseCard(topic, trouble)));
    } catch (error) {
      const failure = sendFailure(error, now().getTime());
      log.warn({ case: trouble.id, failure, err: error }, 'card not refreshed');
      // A message that was deleted, or a chat that is gone, needs no edit. Anything else is tried again
      // when the sweep comes round: an edit made twice shows once.
      if (failure.kind !== 'refused') return;
    }
    await cardRefreshed(trouble);
  };
}
