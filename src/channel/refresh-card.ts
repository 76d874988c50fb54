import type { ShownCase } from '../dialogs/kept.ts';
import { caseCard } from '../dialogs/troubleshoot/case-card.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Connector } from './connector.ts';
import { cardActivity } from './outgoing-activity.ts';
import { sendFailure } from './send-failure.ts';

interface Options {
  connector: Connector;
  knowledge: Knowledge;
  cardRefreshed: (shown: ShownCase) => Promise<void>;
  now: () => Date;
  log: { warn: (fields: object, message: string) => void };
}

/**
 * Teams shows the answer to a press to the person who pressed, and only until the chat is opened
 * anew: the message itself has to be edited as well, or tomorrow it shows yesterday's step.
 */
export function createRefreshCard({ connector, knowledge, cardRefreshed, now, log }: Options) {
  return async function refreshCard(shown: ShownCase): Promise<void> {
    const { trouble, address, activityId } = shown;
    const topic = knowledge.topics.get(trouble.topicId);
    try {
      if (topic)
        await connector.update(address, activityId, cardActivity(caseCard(topic, trouble)));
    } catch (error) {
      const failure = sendFailure(error, now().getTime());
      log.warn({ case: trouble.id, failure, err: error }, 'card not refreshed');
      // A message that was deleted, or a chat that is gone, needs no edit. Anything else is tried again
      // when the sweep comes round: an edit made twice shows once.
      if (failure.kind !== 'refused') return;
    }
    await cardRefreshed(shown);
  };
}
