import type { Lexicon } from './create-lexicon.ts';
import { splitWords } from './split-words.ts';
import type { Concept } from './vocabulary/concept.ts';
import type { Sequence } from './vocabulary/sequences.ts';

/** A concept found in a text, and the words it was found in. */
export interface Mention {
  /** The concept, then the wider ones it counts as: `edge`, `browser`. */
  concepts: readonly string[];
  /** Index of its first and last word. */
  from: number;
  to: number;
  /** The mentions a sequence made it from; empty when it stands there itself. */
  parts: readonly Mention[];
}

export interface Reading {
  words: readonly string[];
  /** In the order they end. */
  mentions: readonly Mention[];
}

/** Reads a cleaned text into the concepts it speaks of. */
export type ReadConcepts = (cleaned: string) => Reading;

interface Branch {
  concepts: string[];
  next: Map<string, Branch>;
}

/** Builds the phrase tree once. The longest phrase wins, so a `door card` is never a `card`. */
export function createConceptReader(
  concepts: ReadonlyMap<string, Concept>,
  sequences: readonly Sequence[],
  lexicon: Lexicon,
): ReadConcepts {
  const root: Branch = { concepts: [], next: new Map() };
  for (const [name, concept] of concepts) {
    for (const phrase of concept.says) plant(root, plainWords(splitWords(phrase), lexicon), name);
  }
  const widened = new Map([...concepts.keys()].map((name) => [name, widen(name, concepts)]));
  const endings = Map.groupBy(
    sequences.flatMap((sequence) => sequence.next.map((name) => ({ name, sequence }))),
    ({ name }) => name,
  );

  return (cleaned) => {
    const words = plainWords(splitWords(cleaned), lexicon);
    const mentions: Mention[] = [];
    const latest = new Map<string, Mention>();
    const note = (name: string, from: number, to: number, parts: readonly Mention[]): void => {
      const mention = { concepts: widened.get(name) ?? [name], from, to, parts };
      mentions.push(mention);
      for (const concept of mention.concepts) {
        for (const { sequence } of endings.get(concept) ?? []) {
          const opening = closest(latest, sequence, mention);
          if (opening !== undefined) note(sequence.makes, opening.from, to, [opening, mention]);
        }
      }
      for (const concept of mention.concepts) latest.set(concept, mention);
    };
    let at = 0;
    while (at < words.length) {
      const found = longestPhrase(root, words, at);
      for (const name of found.concepts) note(name, at, at + found.length - 1, []);
      at += Math.max(1, found.length);
    }
    return { words, mentions };
  };
}

function plant(root: Branch, words: readonly string[], concept: string): void {
  let branch = root;
  for (const word of words) {
    let next = branch.next.get(word);
    if (next === undefined) {
      next = { concepts: [], next: new Map() };
      branch.next.set(word, next);
    }
    branch = next;
  }
  if (!branch.concepts.includes(concept)) branch.concepts.push(concept);
}

function widen(name: string, concepts: ReadonlyMap<string, Concept>): string[] {
  const wider = concepts.get(name)?.is ?? [];
  return [...new Set([name, ...wider.flatMap((each) => widen(each, concepts))])];
}

function longestPhrase(root: Branch, words: readonly string[], at: number) {
  let best: { length: number; concepts: readonly string[] } = { length: 0, concepts: [] };
  let branch: Branch | undefined = root;
  for (let i = at; i < words.length; i++) {
    branch = branch.next.get(words[i] ?? '');
    if (branch === undefined) break;
    if (branch.concepts.length > 0) best = { length: i - at + 1, concepts: branch.concepts };
  }
  return best;
}

/** Corrects, unbends and parts the words; joins two that only make sense as one (`pass word`). */
function plainWords(typed: readonly string[], lexicon: Lexicon): string[] {
  const words: string[] = [];
  for (let i = 0; i < typed.length; i++) {
    const word = typed[i] ?? '';
    const joined = word + (typed[i + 1] ?? '');
    const apart = lexicon.knows(word) && lexicon.knows(typed[i + 1] ?? '');
    if (!apart && joined !== word && /^[a-z]+$/.test(joined) && lexicon.knows(joined)) {
      words.push(...lexicon.lookUp(joined));
      i++;
      continue;
    }
    const known = lexicon.lookUp(word);
    if (known.length === 0) words.push(word);
    else words.push(...known);
  }
  return words;
}

/** The nearest mention that opens a sequence the given mention ends. */
function closest(latest: ReadonlyMap<string, Mention>, sequence: Sequence, ending: Mention) {
  let best: Mention | undefined;
  for (const concept of sequence.first) {
    const opening = latest.get(concept);
    if (opening === undefined || opening.to >= ending.from) continue;
    if (ending.from - opening.to - 1 > sequence.gap) continue;
    if (best === undefined || opening.to > best.to) best = opening;
  }
  return best;
}
