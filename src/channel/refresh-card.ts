import type { Case } from '../dialogs/case.ts';
import type { Address } from '../dialogs/person.ts';
import { caseCard } from '../dialogs/troubleshoot/case-card.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Connector } from './connector.ts';
import { cardActivity } from './outgoing-activity.ts';
import { sendFailure } from './send-failure.ts';

interface Options {
  connector: Connector;
  shownCase: (
    caseId: string,
  ) => Promise<{ trouble: Case; address: Address; activityId: string } | undefined>;
  knowledge: Knowledge;
  now: () => Date;
}

/**
 * Teams shows the answer to a press to the person who pressed, and only until the chat is opened
 * anew: the message itself has to be edited as well, or tomorrow it shows yesterday's step.
 */
export function createRefreshCard({ connector, shownCase, knowledge, now }: Options) {
  return async function refreshCard(caseId: string): Promise<void> {
    const shown = await shownCase(caseId);
    const topic = shown && knowledge.topics.get(shown.trouble.topicId);
    if (!topic) return;
    try {
      await connector.update(
        shown.address,
        shown.activityId,
        cardActivity(caseCard(topic, shown.trouble)),
      );
    } catch (error) {
      // A message that was deleted, or a chat that is gone, needs no update.
      if (sendFailure(error, now().getTime()).kind !== 'refused') throw error;
    }
  };
}
