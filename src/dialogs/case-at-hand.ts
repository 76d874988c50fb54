import type { Topic } from '../knowledge/knowledge.ts';
import type { Case } from './case.ts';
import type { Turn } from './turn.ts';

// A shift. What was left longer ago is found under “my cases”, and is not meant by a passing word.
const atHandMs = 8 * 60 * 60 * 1_000;

/** The case the person was last on in their own chat, when that was lately and it has not been fixed. */
export function caseAtHand({
  cases,
  knowledge,
  now,
  place,
}: Turn): { trouble: Case; topic: Topic } | undefined {
  const [trouble] = cases;
  const topic = trouble && knowledge.topics.get(trouble.topicId);
  if (!topic || place.kind !== 'personal' || trouble.status === 'fixed') return undefined;
  return Date.parse(now) - Date.parse(trouble.updatedAt) < atHandMs
    ? { trouble, topic }
    : undefined;
}
