import { distance } from 'fastest-levenshtein';

/** Finds the known word a misspelt one was meant to be, if there is exactly one good guess. */
export type FindTypo = (typed: string) => string | undefined;

/** Short words have too many neighbours: `card` and `care` are one letter apart. */
const shortest = 4;
/** From this length two slips are forgiven. */
const long = 8;
const longest = 24;
const shortestSkeleton = 4;

/**
 * Builds the index once: every known word filed under each spelling it has with letters left out. A typed
 * word is looked up the same way, so the work depends on its length and never on how many words we know.
 */
export function createTypoFinder(known: Iterable<string>): FindTypo {
  const filed = new Map<string, string[]>();
  for (const word of known) {
    if (!/^[a-z]+$/.test(word) || word.length < shortest || word.length > longest) continue;
    for (const spelling of withLettersLeftOut(word)) {
      const words = filed.get(spelling);
      if (words === undefined) filed.set(spelling, [word]);
      else words.push(word);
    }
  }
  const bySkeleton = new Map<string, string>();
  for (const word of known) {
    const bones = skeleton(word);
    if (bones.length >= shortestSkeleton && /[aeiou]/.test(word) && !bySkeleton.has(bones))
      bySkeleton.set(bones, word);
  }
  return (typed) => {
    if (isSkeleton(typed)) {
      const word = bySkeleton.get(typed);
      if (word !== undefined) return word;
    }
    if (typed.length < shortest || typed.length > longest) return undefined;
    let best: string | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const spelling of withLettersLeftOut(typed)) {
      for (const word of filed.get(spelling) ?? []) {
        const slips = countSlips(typed, word);
        if (slips < least) {
          least = slips;
          best = word;
        }
      }
    }
    return best;
  };
}

/** `smrtcrd`: some people leave all the vowels out. */
function skeleton(word: string): string {
  return word.replace(/[aeiou]/g, '');
}

function isSkeleton(typed: string): boolean {
  return typed.length >= shortestSkeleton && !/[aeiouy]/.test(typed);
}

/** A word, with any one letter left out, and for long words any two. */
function withLettersLeftOut(word: string): Set<string> {
  const spellings = new Set([word]);
  for (let i = 0; i < word.length; i++) {
    const shorter = word.slice(0, i) + word.slice(i + 1);
    spellings.add(shorter);
    if (word.length < long) continue;
    for (let j = i; j < shorter.length; j++) {
      spellings.add(shorter.slice(0, j) + shorter.slice(j + 1));
    }
  }
  return spellings;
}

/** Number of slips of the finger, or infinity when it is a different word. Swapped letters are one slip. */
function countSlips(typed: string, word: string): number {
  const shorter = Math.min(typed.length, word.length);
  const allowed = shorter < long ? 1 : 2;
  // Nearly everybody gets the first letter right; without this `ready` becomes `already`-ish nonsense.
  const sameStart = typed[0] === word[0] || (typed[0] === word[1] && typed[1] === word[0]);
  if (!sameStart) return Number.POSITIVE_INFINITY;
  const slips = isSwap(typed, word) ? 1 : distance(typed, word);
  if (slips > allowed) return Number.POSITIVE_INFINITY;
  // A four-letter word must keep its letters: `crad` is a card, `care` is not.
  if (shorter < 5 && !isSwap(typed, word) && typed.length === word.length) {
    return Number.POSITIVE_INFINITY;
  }
  return slips;
}

function isSwap(typed: string, word: string): boolean {
  if (typed.length !== word.length) return false;
  let at = 0;
  while (at < typed.length && typed[at] === word[at]) at++;
  return (
    at < typed.length - 1 &&
    typed[at] === word[at + 1] &&
    typed[at + 1] === word[at] &&
    typed.slice(at + 2) === word.slice(at + 2)
  );
}
