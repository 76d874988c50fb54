import type { Reading } from './read-concepts.ts';
import type { Pattern } from './symptom-patterns.ts';

/** Topics that speak most of what the text speaks of, best first; two even if none does. */
export type RankNearest = (reading: Reading) => readonly string[];

/** "Something is wrong" is in every symptom and brings no topic nearer. */
const saysNothing = new Set(['trouble', 'not', 'fail', 'plea']);
const fewest = 2;

/** Ranks what to offer somebody who only says that something is wrong. */
export function createNearestRanker(
  topics: readonly string[],
  patterns: readonly Pattern[],
): RankNearest {
  const shares = new Map(topics.map((topic) => [topic, sharesOf(topic, patterns)]));
  return ({ mentions }) => {
    const spoken = new Set(mentions.flatMap(({ concepts }) => concepts));
    const ranked = topics.map((topic) => {
      const share = shares.get(topic);
      let nearness = 0;
      for (const concept of spoken) nearness += share?.get(concept) ?? 0;
      return { topic, nearness };
    });
    ranked.sort((a, b) => b.nearness - a.nearness);
    return ranked
      .filter(({ nearness }, at) => nearness > 0 || at < fewest)
      .map(({ topic }) => topic);
  };
}

/** How large a part of a topic's symptoms speak of each concept. */
function sharesOf(topic: string, patterns: readonly Pattern[]): ReadonlyMap<string, number> {
  const own = patterns.filter((pattern) => pattern.topic === topic);
  const shares = new Map<string, number>();
  for (const concept of own.flatMap(({ needs }) => needs.flatMap(({ concepts }) => concepts))) {
    if (saysNothing.has(concept)) continue;
    shares.set(concept, (shares.get(concept) ?? 0) + 1 / own.length);
  }
  return shares;
}
