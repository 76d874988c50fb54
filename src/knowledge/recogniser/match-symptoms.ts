import type { Match } from './match.ts';
import type { Mention, Reading } from './read-concepts.ts';
import { allParts, type Pattern, tellingWeight } from './symptom-patterns.ts';

export type MatchSymptoms = (reading: Reading) => readonly Match[];

/** Most words between the first and the last concept of one symptom: about one long sentence. */
const span = 18;

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
          const met = meet(pattern, latest, mention.to - span);
          if (met !== undefined) found.set(pattern, toMatch(pattern, met));
        }
      }
    }
    return [...found.values()];
  };
}

/** The mentions that satisfy a pattern, or nothing if one is missing or too far back. */
function meet(pattern: Pattern, latest: ReadonlyMap<string, Mention>, since: number) {
  const met: Mention[] = [];
  for (const { concepts } of pattern.needs) {
    const mention = concepts
      .map((concept) => latest.get(concept))
      .find((candidate) => candidate !== undefined && candidate.from >= since);
    if (mention === undefined) return undefined;
    met.push(mention);
  }
  return met;
}

function toMatch(pattern: Pattern, mentions: readonly Mention[]): Match {
  const { topic, phrase, weight, telling, needs } = pattern;
  const strong = mentions.filter((_, at) => (needs[at]?.weight ?? 0) >= tellingWeight);
  const words = wordsOf(mentions);
  return { topic, phrase, weight, telling, mentions, words, tellingWords: wordsOf(strong) };
}

/** The words mentions were found in. A sequence covers its parts, not what stands between them. */
function wordsOf(mentions: readonly Mention[]): Set<number> {
  const words = new Set<number>();
  const leaves = mentions
    .flatMap((one) => [one, ...allParts(one)])
    .filter(({ parts }) => parts.length === 0);
  for (const { from, to } of leaves) for (let at = from; at <= to; at++) words.add(at);
  return words;
}
