import { cleanText } from './clean-text.ts';
import { createLexicon, type Lexicon } from './create-lexicon.ts';
import type { Phrase } from './knowledge-phrases.ts';
import { createConceptReader, type ReadConcepts } from './read-concepts.ts';
import { splitWords } from './split-words.ts';
import { type Concept, concepts, elsewhere, everyday, fillers, sequences } from './vocabulary.ts';

export interface Language {
  concepts: ReadonlyMap<string, Concept>;
  read: ReadConcepts;
}

/**
 * The vocabulary, and the words of the symptoms that are not in it. Such a word is a concept of its own;
 * it tells much when only one topic uses it. So a new article is found by its own words, with no change here.
 */
export function buildConcepts(phrases: readonly Phrase[]): Language {
  const known = new Map<string, Concept>(Object.entries(concepts));
  known.set('elsewhere', { tells: 'elsewhere', says: elsewhere });
  const first = createConceptReader(known, sequences, lexiconOf(known));
  const small = new Set(fillers);
  const topicsOf = new Map<string, Set<string>>();
  for (const { topic, text } of phrases) {
    const { words, mentions } = first(cleanText(text));
    for (const [at, word] of words.entries()) {
      if (small.has(word) || mentions.some(({ from, to }) => from <= at && at <= to)) continue;
      topicsOf.set(word, (topicsOf.get(word) ?? new Set()).add(topic));
    }
  }
  for (const [word, topics] of topicsOf) {
    known.set(`"${word}"`, { says: [word], tells: topics.size === 1 ? 'much' : 'common' });
  }
  return { concepts: known, read: createConceptReader(known, sequences, lexiconOf(known)) };
}

function lexiconOf(known: ReadonlyMap<string, Concept>): Lexicon {
  const phrases = [...known.values()].flatMap(({ says }) => says);
  return createLexicon([...phrases.flatMap(splitWords), ...fillers], everyday);
}
