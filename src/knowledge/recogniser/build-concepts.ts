import { cleanText } from './clean-text.ts';
import { createLexicon, type Lexicon } from './create-lexicon.ts';
import type { Phrase } from './knowledge-phrases.ts';
import { createConceptReader, type ReadConcepts } from './read-concepts.ts';
import { splitWords } from './split-words.ts';
import { allConcepts } from './vocabulary/all-concepts.ts';
import type { Concept } from './vocabulary/concept.ts';
import { everydayWords } from './vocabulary/everyday-words.ts';
import { fillers, generalWords } from './vocabulary/fillers.ts';
import { sequences } from './vocabulary/sequences.ts';

export interface Language {
  concepts: ReadonlyMap<string, Concept>;
  read: ReadConcepts;
}

const small = [...fillers, ...generalWords];
const isSmall = new Set(small);

/**
 * The vocabulary, and the words of the symptoms that are not in it. Such a word is a concept of its own;
 * it tells much when only one topic uses it. So a new article is found by its own words, with no change here.
 */
export function buildConcepts(symptoms: readonly Phrase[], messages: readonly Phrase[]): Language {
  const known = new Map(allConcepts);
  // Symptoms are spelt well. Forgiving them would turn "blank" into "bank" before either is known.
  const strict = lexiconOf(known, [], false);
  const readStrictly = createConceptReader(known, sequences, strict);
  const topicsOf = new Map<string, Set<string>>();
  for (const { topic, text } of symptoms) {
    const { words, mentions } = readStrictly(cleanText(text));
    for (const [at, word] of words.entries()) {
      if (isSmall.has(word) || mentions.some(({ from, to }) => from <= at && at <= to)) continue;
      topicsOf.set(word, (topicsOf.get(word) ?? new Set()).add(topic));
    }
  }
  for (const [word, topics] of topicsOf) {
    known.set(`"${word}"`, { says: [word], tells: topics.size === 1 ? 'much' : 'common' });
  }
  const copied = messages.flatMap(({ text }) => splitWords(cleanText(text)));
  const lexicon = lexiconOf(known, copied, true);
  return { concepts: known, read: createConceptReader(known, sequences, lexicon) };
}

function lexiconOf(
  known: ReadonlyMap<string, Concept>,
  more: readonly string[],
  forgiving: boolean,
): Lexicon {
  const says = [...known.values()].flatMap((concept) => concept.says.map(splitWords));
  return createLexicon({
    heads: says.filter(({ length }) => length === 1).flat(),
    parts: [...says.flat(), ...more].filter((word) => !isSmall.has(word)),
    small,
    everyday: everydayWords,
    forgiving,
  });
}
