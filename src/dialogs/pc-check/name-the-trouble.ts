import { checkMyPc } from '../../knowledge/check-my-pc.ts';
import type { Topic } from '../../knowledge/knowledge.ts';
import { mostLikely } from '../../knowledge/most-likely.ts';
import type { Case } from '../case.ts';
import type { Turn } from '../turn.ts';
import { verdictsOf } from './verdicts.ts';

/** A case and its topic, which a check of the PC alone may change. */
export interface Troubled {
  topic: Topic;
  trouble: Case;
}

/**
 * A check of the PC alone becomes a case about the likeliest trouble. A fault by itself leads to its
 * fix; a setting that only matters with the right symptom leads to the first question about it.
 */
export function nameTheTrouble(
  turn: Turn,
  { topic, trouble }: Troubled,
): Troubled & { isCertain: boolean } {
  if (topic.id !== checkMyPc.id) return { topic, trouble, isCertain: true };
  const likely = mostLikely(verdictsOf(trouble));
  const named = likely && turn.knowledge.topics.get(likely.topic);
  if (!named) return { topic, trouble, isCertain: false };
  return {
    topic: named,
    trouble: { ...trouble, topicId: named.id, node: named.flow.start },
    isCertain: likely.certain,
  };
}
