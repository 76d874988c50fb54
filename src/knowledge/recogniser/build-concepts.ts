import { cleanText } from './clean-text.ts';
import { createLexicon, type Lexicon } from './create-lexicon.ts';
import type { Phrase } from './knowledge-phrases.ts';
import { createConceptReader, type ReadConcepts, type Reading } from './read-concepts.ts';
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

/**
 * The vocabulary, and the words of the symptoms that are not in it. Such a word is a concept of its own;
 * it tells much when only one topic uses it. So a new article is found by its own words, with no change here.
 */
export function buildConcepts(phrases: readonly Phrase[]): Language {
  const known = new Map(allConcepts);
  // Symptoms are spelt well. Forgiving them would turn "blank" into "bank" before either is known.
  const readStrictly = createConceptReader(known, sequences, lexiconOf(known, false));
  const topicsOf = new Map<string, Set<string>>();
  for (const { topic, text, copied } of phrases) {
    for (const own of ownWords(readStrictly(cleanText(text)), copied)) {
      topicsOf.set(own, (topicsOf.get(own) ?? new Set()).add(topic));
    }
  }
  for (const [word, topics] of topicsOf) {
    known.set(`"${word}"`, { says: [word], tells: topics.size === 1 ? 'much' : 'common' });
  }
  return { concepts: known, read: createConceptReader(known, sequences, lexiconOf(known, true)) };
}

const small = [...fillers, ...generalWords];
const grammar = new Set(fillers);
const general = new Set(generalWords);

/** The words of a phrase that the vocabulary does not cover, or only knows as somebody else's business. */
function ownWords({ words, mentions }: Reading, copied: boolean): string[] {
  const covered = new Set<number>();
  const own: string[] = [];
  for (const { concepts, from, to } of mentions) {
    for (let at = from; at <= to; at++) covered.add(at);
    if (concepts[0] === 'elsewhere') own.push(words.slice(from, to + 1).join(' '));
  }
  const uncovered = words.filter((word, at) => !covered.has(at) && !grammar.has(word));
  return [...own, ...uncovered.filter((word) => copied || !general.has(word))];
}

function lexiconOf(known: ReadonlyMap<string, Concept>, forgiving: boolean): Lexicon {
  const says = [...known.values()].flatMap((concept) => concept.says.map(splitWords));
  return createLexicon({
    heads: says.filter(({ length }) => length === 1).flat(),
    parts: says.flat().filter((word) => !small.includes(word)),
    small,
    everyday: everydayWords,
    forgiving,
  });
}
