import type { Mention, Reading } from './read-concepts.ts';
import { allParts } from './symptom-patterns.ts';
import type { Concept } from './vocabulary/concept.ts';
import { fillers } from './vocabulary/fillers.ts';

/** Words that do not say what they seem to say. */
export interface SetAside {
  /** Taken by something else: the `spine` of "lumbar spine", the `stops` of "the installer stops". */
  claimed: ReadonlySet<number>;
  /** Named only to say that it is not this: "no .NET problem", "the port service is running fine". */
  ruledOut: ReadonlySet<number>;
}

type Concepts = ReadonlyMap<string, Concept>;

/** Finds what a text mentions only in passing. */
export function findSetAside(reading: Reading, concepts: Concepts): SetAside {
  const claimed = new Set<number>();
  const ruledOut = new Set<number>();
  for (const mention of reading.mentions) {
    const concept = concepts.get(mention.concepts[0] ?? '');
    const claims = concept?.claims;
    if (claims !== undefined) {
      for (const part of allParts(mention)) {
        if (part.concepts.some((name) => claims.includes(name))) addWords(part, claimed);
      }
    }
    if (concept?.ruledOut !== true) continue;
    if (isRuledOut(mention, reading.words) || goesWith(mention, reading.words, ruledOut)) {
      addWords(mention, ruledOut);
    }
  }
  return { claimed, ruledOut };
}

/** "Not NTLM or .NET" rules out both. */
function goesWith(
  { from }: Mention,
  words: readonly string[],
  ruledOut: ReadonlySet<number>,
): boolean {
  return /^n?or$/.test(words[from - 1] ?? '') && ruledOut.has(from - 2);
}

function addWords({ from, to }: Mention, words: Set<number>): void {
  for (let at = from; at <= to; at++) words.add(at);
}

const determiners = new Set(
  'a an the this that any my your our about an actual usual more second its'.split(' '),
);
const nots = new Set('not nor neither never'.split(' '));
const contracted = new Set('isnt wasnt arent'.split(' '));
const it = new Set('it this that'.split(' '));
const troubles = new Set(
  'problem issue trouble error fault thing box prompt popup message either here involved anymore'.split(
    ' ',
  ),
);
const saysFine = new Set('fine ok okay good sorted fixed resolved healthy correct'.split(' '));
/** What may stand between a thing and "fine". */
const onTheWay = new Set([
  ...fillers,
  ...'run running work working install installed there already both look looks seems present problem issue service version 4.8 4.8.1'.split(
    ' ',
  ),
]);
/** "Already checked", not "how do I check". */
const haveDone = new Set('already ive have weve'.split(' '));
/** Absence of these is itself a trouble: "no .NET 4.8 on this PC". */
const missed = new Set(['dotnet', 'dotnet-4', 'framework', 'port-service', 'oberthur']);
/** What every trouble of ours happens to. */
const products = new Set(['smartcard', 'credential-management', 'spine']);
/** Programs and settings may be fine. A message, with an **OK** button below it, is not. */
const mayBeFine = new Set([
  'dotnet',
  'dotnet-4',
  'framework',
  'port-service',
  'localhost',
  'iwa',
  'ntlm',
  'oberthur',
]);
const farthestFine = 7;

function isRuledOut({ concepts, from, to }: Mention, words: readonly string[]): boolean {
  let before = from - 1;
  while (before >= 0 && determiners.has(words[before] ?? '')) before--;
  const word = words[before] ?? '';
  if (concepts.some((name) => products.has(name)) && word !== 'with') {
    return isNotTheCard(words, before, from, to);
  }
  if (word === 'nothing' && words[before + 1] === 'about') return true;
  if (nots.has(word)) return true;
  // "It isn't .NET" says so, "isn't .NET 4.8 part of Windows?" asks.
  if (
    contracted.has(word) &&
    (it.has(words[before - 1] ?? '') || troubles.has(words[to + 1] ?? ''))
  )
    return true;
  if (/^check/.test(word) && haveDone.has(words[before - 1] ?? '')) return true;
  if (word === 'no' || word === 'without') {
    const next = words[to + 1] ?? '';
    const spokenOf = troubles.has(next) || troubles.has(words[to + 2] ?? '');
    if (spokenOf || !concepts.some((name) => missed.has(name))) return true;
  }
  if (word === 'than' || word === 'of') {
    const one = words[before - 1];
    if (one === 'rather' || one === 'other' || one === 'instead') return true;
  }
  // "Nothing to do with the smartcard works" denies no link.
  if (word === 'with' && deniesLink(words, before)) return !/^work/.test(words[to + 1] ?? '');
  // "Is 4.8.1 fine?" is a question.
  return (
    words[from - 1] !== 'is' && concepts.some((name) => mayBeFine.has(name)) && isFine(words, to)
  );
}

/** "Not a smartcard thing", "no smartcards involved"; but "isn't my smartcard working?" is about nothing else. */
function isNotTheCard(words: readonly string[], before: number, from: number, to: number): boolean {
  const next = words[to + 1] ?? '';
  if (words[before] === 'no') return next === 'involved';
  const word = words[before] ?? '';
  if (!nots.has(word) && !contracted.has(word)) return false;
  const owned = words.slice(before + 1, from).some((word) => word === 'my' || word === 'our');
  return !owned && (word === 'not' || troubles.has(next));
}

/** "Nothing to do with", "no problem with", "nothing wrong with". */
function deniesLink(words: readonly string[], at: number): boolean {
  const start = words.slice(Math.max(0, at - 3), at).join(' ');
  return /(?:(?:nothing|not) to do|(?:no|not a|nothing) (?:problem|issue|trouble|wrong))$/.test(
    start,
  );
}

/** "The port service is running fine", ".NET is already installed so not that". */
function isFine(words: readonly string[], to: number): boolean {
  for (let at = to + 1; at <= to + farthestFine && at < words.length; at++) {
    const word = words[at] ?? '';
    if (saysFine.has(word)) return true;
    if (!onTheWay.has(word)) return word === 'not' && words[at + 1] === 'that';
  }
  return false;
}
