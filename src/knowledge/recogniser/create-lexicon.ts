import { createTypoFinder } from './find-typo.ts';
import { inflect } from './inflect.ts';

/** The words we know, and every way they turn up: bent, misspelt, run together. */
export interface Lexicon {
  /** The known words a typed word stands for: none, one, or several that were run together. */
  lookUp(typed: string): readonly string[];
  knows(typed: string): boolean;
}

export interface LexiconWords {
  /** Words with a meaning of their own. */
  heads: readonly string[];
  /** Words that only occur in longer phrases; one that is a bent head counts as that head. */
  parts: readonly string[];
  /** Small words, known so that words run together can be taken apart. Nothing is a misspelling of them. */
  small: readonly string[];
  /** Common words never to be taken for a misspelling of ours. */
  everyday: readonly string[];
  /** Whether to look for misspellings and words run together. */
  forgiving: boolean;
}

const unknown: readonly string[] = [];
/** Shorter words are not taken apart: too much would turn up in them by chance. */
const shortestRunTogether = 7;
const shortestPart = 2;
const mostPieces = 4;
const mostGuessesKept = 10_000;

/** Builds the index once. Looking a word up costs the same however many words there are. */
export function createLexicon({ heads, parts, small, everyday, forgiving }: LexiconWords): Lexicon {
  const forms = new Map<string, readonly string[]>(heads.map((head) => [head, [head]]));
  const add = (word: string): void => {
    for (const form of inflect(word)) if (!forms.has(form)) forms.set(form, [word]);
  };
  for (const head of heads) add(head);
  // The shortest first, so that `services` becomes a bent `service` and not the other way round.
  for (const part of parts.toSorted((a, b) => a.length - b.length)) if (!forms.has(part)) add(part);
  const leaveAlone = new Set(everyday);
  const findTypo = createTypoFinder(forgiving ? [...forms.keys()] : []);
  for (const word of small) if (!forms.has(word)) add(word);

  const takeApart = (typed: string, pieces: number): readonly string[] => {
    for (let cut = typed.length - shortestPart; cut >= shortestPart; cut--) {
      const first = forms.get(typed.slice(0, cut));
      if (first === undefined) continue;
      const rest = typed.slice(cut);
      const others = forms.get(rest) ?? (pieces > 2 ? takeApart(rest, pieces - 1) : unknown);
      if (others.length > 0) return [...first, ...others];
    }
    return unknown;
  };

  const guess = (typed: string): readonly string[] => {
    const typo = findTypo(typed);
    if (typo !== undefined) return forms.get(typo) ?? unknown;
    return typed.length < shortestRunTogether ? unknown : takeApart(typed, mostPieces);
  };
  // People use the same few thousand words: most guesses have been made before.
  const guessed = new Map<string, readonly string[]>();

  return {
    knows: (typed) => forms.has(typed),
    lookUp: (typed) => {
      const known = forms.get(typed);
      if (known !== undefined) return known;
      if (!forgiving || leaveAlone.has(typed) || !/^[a-z]+$/.test(typed)) return unknown;
      const before = guessed.get(typed);
      if (before !== undefined) return before;
      const meant = guess(typed);
      if (guessed.size >= mostGuessesKept) guessed.clear();
      guessed.set(typed, meant);
      return meant;
    },
  };
}
