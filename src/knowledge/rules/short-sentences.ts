import type { Finding, Rule } from './rule.ts';
import { textsOf } from './texts-of.ts';

const mostWords = 20;

/** People read this in a hurry: no sentence is longer than 20 words. */
export const shortSentences: Rule = (library) =>
  textsOf(library).flatMap(({ file, place, text, kind }): Finding[] => {
    if (kind === 'quoted' || kind === 'value') return [];
    return text
      .split(/(?<=[.?!])\s+/)
      .filter((sentence) => sentence.split(/\s+/).length > mostWords)
      .map((sentence) => ({
        file,
        place,
        wrong: `this sentence has ${sentence.split(/\s+/).length} words: ${sentence}`,
        fix: `make two sentences of at most ${mostWords} words`,
      }));
  });
