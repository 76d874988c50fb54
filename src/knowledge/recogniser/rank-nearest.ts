import type { Reading } from './read-concepts.ts';
import type { Pattern } from './symptom-patterns.ts';

/** Topics by how near the text comes to one of their symptoms, best first. */
export type RankNearest = (reading: Reading) => readonly string[];

/** Ranks what to offer somebody who only says that something is wrong. Every topic given is ranked. */
export function createNearestRanker(
  topics: readonly string[],
  patterns: readonly Pattern[],
): RankNearest {
  return ({ mentions }) => {
    const spoken = new Set(mentions.flatMap(({ concepts }) => concepts));
    const nearness = new Map(topics.map((topic) => [topic, 0]));
    for (const { topic, needs } of patterns) {
      const before = nearness.get(topic);
      if (before === undefined) continue;
      const met = needs.filter(({ concepts }) => concepts.some((name) => spoken.has(name)));
      // The half makes two of two better than one of one.
      nearness.set(topic, Math.max(before, met.length / (needs.length + 0.5)));
    }
    return topics.toSorted((a, b) => (nearness.get(b) ?? 0) - (nearness.get(a) ?? 0));
  };
}
