import type { Mention, Reading } from './read-concepts.ts';
import { allParts, type Pattern, telling } from './symptom-patterns.ts';

/** A symptom a message shows, and where. */
export interface Match {
  pattern: Pattern;
  mentions: readonly Mention[];
  /** Index of each word that says which trouble it is. */
  words: ReadonlySet<number>;
}

export type MatchSymptoms = (reading: Reading) => readonly Match[];

/** Files the patterns under their concepts once, so a message only meets the ones it may show. */
export function createSymptomMatcher(patterns: readonly Pattern[]): MatchSymptoms {
  const byConcept = new Map<string, Pattern[]>();
  for (const pattern of patterns) {
    for (const concept of new Set(pattern.needs.flatMap(({ concepts }) => concepts))) {
      byConcept.set(concept, [...(byConcept.get(concept) ?? []), pattern]);
    }
  }

  return ({ mentions }) => {
    const latest = new Map<string, Mention>();
    const found = new Map<Pattern, Match>();
    for (const mention of mentions) {
      for (const concept of mention.concepts) latest.set(concept, mention);
      for (const concept of mention.concepts) {
        for (const pattern of byConcept.get(concept) ?? []) {
          if (found.has(pattern)) continue;
          const met = meet(pattern, latest, mention.to - pattern.span);
          if (met !== undefined) found.set(pattern, met);
        }
      }
    }
    return [...found.values()];
  };
}

/** The mentions that satisfy a pattern, or nothing if one is missing or too far back. */
function meet(
  pattern: Pattern,
  latest: ReadonlyMap<string, Mention>,
  since: number,
): Match | undefined {
  const mentions: Mention[] = [];
  for (const { concepts } of pattern.needs) {
    const mention = concepts
      .map((concept) => latest.get(concept))
      .find((candidate) => candidate !== undefined && candidate.from >= since);
    if (mention === undefined) return undefined;
    mentions.push(mention);
  }
  const words = new Set<number>();
  for (const [i, { weight }] of pattern.needs.entries()) {
    const mention = mentions[i];
    if (weight < telling || mention === undefined) continue;
    const leaves = [mention, ...allParts(mention)].filter(({ parts }) => parts.length === 0);
    for (const { from, to } of leaves) for (let at = from; at <= to; at++) words.add(at);
  }
  return { pattern, mentions, words };
}
