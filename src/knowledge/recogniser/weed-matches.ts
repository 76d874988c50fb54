import type { Match } from './match.ts';
import type { Mention, Reading } from './read-concepts.ts';
import type { Concept } from './vocabulary/concept.ts';
import { fillers } from './vocabulary/fillers.ts';

/** What else a text is about, apart from its symptoms. */
export interface Setting {
  /** Our own products are named somewhere. */
  aboutUs: boolean;
  /** Where it speaks of things we know nothing of. */
  elsewhere: readonly Mention[];
  /** "All sorted now, thanks". */
  over: boolean;
}

export function readSetting(reading: Reading, concepts: ReadonlyMap<string, Concept>): Setting {
  const { mentions } = reading;
  return {
    aboutUs: mentions.some((mention) => isOurs(mention, concepts)),
    elsewhere: [
      ...mentions.filter(({ concepts: names }) => names.includes('elsewhere')),
      ...strangeOwners(reading),
    ],
    over: isOver(mentions),
  };
}

/** How near, in words, something else must stand to take a symptom for its own. */
const reach = { oursInSymptom: 1, oursInText: 4, notOurs: 14 };

/**
 * Drops symptoms that belong to something else, or are over. "Outlook shows a Windows Security box" is not
 * ours; "Spine asks for my Windows password and the printer jams" is.
 */
export function weedMatches(
  matches: readonly Match[],
  { aboutUs, elsewhere, over }: Setting,
  concepts: ReadonlyMap<string, Concept>,
): readonly Match[] {
  if (over) return [];
  if (elsewhere.length === 0) return matches;
  return matches.filter((match) => {
    const named = match.mentions.some((mention) => isOurs(mention, concepts));
    if (named && match.telling) return true;
    const near = named ? reach.oursInSymptom : aboutUs ? reach.oursInText : reach.notOurs;
    const from = Math.min(...match.words) - near;
    const to = Math.max(...match.words) + near;
    return !elsewhere.some(
      (other) => other.to >= from && other.from <= to && takesAway(other, match, named, aboutUs),
    );
  });
}

function takesAway(
  other: Mention,
  { telling, words }: Match,
  named: boolean,
  aboutUs: boolean,
): boolean {
  // "Cannot log in to EMIS with my smartcard": the smartcard is what fails.
  if (named && other.concepts[0] === 'clinical-system') return false;
  // "Cannot log in to my computer" is not ours, unless a smartcard is in it too.
  if (other.parts.length > 0) return !telling && !aboutUs;
  // A message may itself speak of such a thing: the entry about NHSmail is not put off by NHSmail.
  return !words.has(other.from);
}

function isOurs({ concepts: names }: Mention, concepts: ReadonlyMap<string, Concept>): boolean {
  return names.some((name) => concepts.get(name)?.ours === true);
}

const grammar = new Set(fillers);
/** Most small words between "of" and what it speaks of. */
const mostBetween = 3;

/** "The old version of the guideline": of something we have no word for, so not of ours. */
function strangeOwners({ words, mentions }: Reading): Mention[] {
  return words.flatMap((word, at) => {
    if (word !== 'of' || !mentions.some(({ to }) => to === at - 1)) return [];
    let owner = at + 1;
    while (owner <= at + mostBetween && grammar.has(words[owner] ?? '')) owner++;
    const known = mentions.some(({ from, to }) => from <= owner && owner <= to);
    if (known || words[owner] === undefined || grammar.has(words[owner] ?? '')) return [];
    return [{ concepts: ['elsewhere'], from: owner, to: owner, parts: [] }];
  });
}

/** How many words before its end a "not" takes it back. */
const notBefore = 3;

/** It is over unless it came back, "not" stands just before, or a trouble follows. */
function isOver(mentions: readonly Mention[]): boolean {
  const over = mentions.findLast(({ concepts: [name] }) => name === 'over');
  if (over === undefined || mentions.some(({ concepts: [name] }) => name === 'again')) return false;
  return !mentions.some(
    ({ concepts, from, to }) =>
      (concepts.includes('trouble') && from > over.to) ||
      (concepts.includes('not') && to < over.from && to >= over.from - notBefore),
  );
}
