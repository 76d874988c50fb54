import { createTypoFinder } from './find-typo.ts';
import { inflect } from './inflect.ts';

/** The words we know, and every way they turn up: bent, misspelt, run together. */
export interface Lexicon {
  /** The known words a typed word stands for: none, one, or several that were run together. */
  lookUp(typed: string): readonly string[];
  knows(typed: string): boolean;
}

const unknown: readonly string[] = [];
/** Words run together are only looked for from this length: `smartcard` is one word, `portservice` two. */
const shortestRunTogether = 6;
const shortestPart = 2;

/** `words` are the plain forms; `everyday` are common words never to be taken for a misspelling of ours. */
export function createLexicon(words: Iterable<string>, everyday: Iterable<string>): Lexicon {
  const plain = new Set(words);
  const forms = new Map<string, readonly string[]>();
  for (const word of plain) {
    for (const form of inflect(word)) if (!plain.has(form)) forms.set(form, [word]);
  }
  for (const word of plain) forms.set(word, [word]);
  const leaveAlone = new Set(everyday);
  const findTypo = createTypoFinder(forms.keys());

  const split = (typed: string, pieces: number): readonly string[] => {
    for (let cut = typed.length - shortestPart; cut >= shortestPart; cut--) {
      const head = forms.get(typed.slice(0, cut));
      if (head === undefined) continue;
      const rest = typed.slice(cut);
      const tail = forms.get(rest) ?? (pieces > 2 ? split(rest, pieces - 1) : unknown);
      if (tail.length > 0) return [...head, ...tail];
    }
    return unknown;
  };

  return {
    knows: (typed) => forms.has(typed),
    lookUp: (typed) => {
      const known = forms.get(typed);
      if (known !== undefined) return known;
      if (leaveAlone.has(typed) || !/^[a-z]+$/.test(typed)) return unknown;
      const typo = findTypo(typed);
      if (typo !== undefined) return forms.get(typo) ?? unknown;
      return typed.length < shortestRunTogether ? unknown : split(typed, 4);
    },
  };
}
