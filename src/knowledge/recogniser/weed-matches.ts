import type { Match } from './match.ts';
import type { Mention, Reading } from './read-concepts.ts';
import { findSetAside, type SetAside } from './set-aside.ts';
import { strangeNames } from './strange-names.ts';
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
  aside: SetAside;
}

export function readSetting(reading: Reading, concepts: ReadonlyMap<string, Concept>): Setting {
  const { mentions } = reading;
  const aside = findSetAside(reading, concepts);
  return {
    aboutUs: mentions.some(
      (mention) =>
        isOurs(mention, concepts) &&
        !isIn(mention, aside.claimed) &&
        !isIn(mention, aside.ruledOut),
    ),
    elsewhere: [
      ...mentions.filter(({ concepts: names }) => names.includes('elsewhere')),
      ...strangeOwners(reading),
      ...strangeNames(reading),
    ],
    over: isOver(reading),
    aside,
  };
}

function isIn({ from, to }: Mention, words: ReadonlySet<number>): boolean {
  return words.has(from) || words.has(to);
}

/** How near, in words, something else must stand to take a symptom for its own. */
const reach = { oursInSymptom: 1, oursInText: 4, notOurs: 14 };

/**
 * Drops symptoms that belong to something else, or are over. "Outlook shows a Windows Security box" is not
 * ours; "Spine asks for my Windows password and the printer jams" is.
 */
export function weedMatches(
  matches: readonly Match[],
  { aboutUs, elsewhere, over, aside }: Setting,
  concepts: ReadonlyMap<string, Concept>,
): readonly Match[] {
  if (over) return [];
  const meant = dropContradicted(dropAside(matches, aside, concepts));
  if (elsewhere.length === 0) return meant;
  return meant.filter((match) => {
    const ours = match.mentions.filter((mention) => isOurs(mention, concepts));
    const named = ours.length > 0;
    if (named && match.telling) return true;
    const near = named ? reach.oursInSymptom : aboutUs ? reach.oursInText : reach.notOurs;
    // Named, our product is what fails: only what stands beside the name itself can take it.
    const from = Math.min(...(named ? ours.map((one) => one.from) : match.words)) - near;
    const to = Math.max(...(named ? ours.map((one) => one.to) : match.words)) + near;
    return !elsewhere.some(
      (other) => other.to >= from && other.from <= to && takesAway(other, match, named, aboutUs),
    );
  });
}

/** A trouble that is ruled out is still worth a question, when nothing else is said. */
function dropAside(
  matches: readonly Match[],
  { claimed, ruledOut }: SetAside,
  concepts: ReadonlyMap<string, Concept>,
): readonly Match[] {
  if (claimed.size === 0 && ruledOut.size === 0) return matches;
  const touches = (words: ReadonlySet<number>, aside: ReadonlySet<number>) =>
    aside.size > 0 && [...words].some((word) => aside.has(word));
  return matches.flatMap((match) => {
    const { telling, tellingWords, words, mentions } = match;
    const ours = mentions.filter((mention) => isOurs(mention, concepts));
    if (ours.some((mention) => isIn(mention, claimed))) return [];
    if (telling && touches(tellingWords, claimed)) return [];
    if (telling && touches(tellingWords, ruledOut)) return [{ ...match, telling: false }];
    return !telling && touches(words, ruledOut) && ours.some((one) => isIn(one, ruledOut))
      ? []
      : [match];
  });
}

/** What is said to run already is not the one that has stopped. */
function dropContradicted(matches: readonly Match[]): readonly Match[] {
  const speaksOf = ({ mentions }: Match, wanted: string) =>
    mentions.some(({ concepts }) => concepts[0] === wanted);
  if (!matches.some((match) => match.telling && speaksOf(match, 'already-running'))) return matches;
  return matches.filter((match) => !speaksOf(match, 'down') && !speaksOf(match, 'starting-it'));
}

function takesAway(
  other: Mention,
  { telling, words, mentions }: Match,
  named: boolean,
  aboutUs: boolean,
): boolean {
  // "Cannot log in to EMIS with my smartcard": the smartcard is what fails.
  if (named && other.concepts[0] === 'clinical-system') return false;
  // "Localhost does not take my NHSmail password".
  if (
    other.concepts[0] === 'nhsmail' &&
    mentions.some(({ concepts }) => concepts.includes('localhost'))
  )
    return false;
  // "Cannot log in to my computer" is not ours, unless a smartcard is in it too.
  if (other.parts.length > 0) return !telling && !aboutUs;
  // "It wants 4.8 and I have .NET 8": the wrong .NET beside the right one is that very trouble.
  if (
    other.concepts[0] === 'other-dotnet' &&
    mentions.some(({ concepts }) => concepts.includes('four-eight'))
  )
    return false;
  // A message may itself speak of such a thing: the entry about NHSmail is not put off by NHSmail.
  return !words.has(other.from) && !words.has(other.to);
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
    // "None of us" has no owner.
    const owned = mentions.some(({ to, concepts }) => to === at - 1 && concepts[0] !== 'not');
    if (word !== 'of' || !owned) return [];
    let owner = at + 1;
    while (owner <= at + mostBetween && grammar.has(words[owner] ?? '')) owner++;
    const known = mentions.some(({ from, to }) => from <= owner && owner <= to);
    if (known || !/[a-z]/.test(words[owner] ?? '') || grammar.has(words[owner] ?? '')) return [];
    return [{ concepts: ['elsewhere'], from: at, to: owner, parts: [] }];
  });
}

/** How many words before its end a "not" takes it back. */
const notBefore = 3;

/** It is over unless it came back, "not" stands just before, or a trouble follows. */
function isOver({ mentions, words }: Reading): boolean {
  const over = mentions.findLast(
    (mention) => mention.concepts[0] === 'over' && !isAside(mention, mentions, words),
  );
  if (over === undefined || mentions.some(({ concepts: [name] }) => name === 'again')) return false;
  return !mentions.some(
    ({ concepts, from, to }) =>
      (concepts.includes('trouble') && from > over.to) ||
      (concepts.includes('not') && to < over.from && to >= over.from - notBefore),
  );
}

/** "Tell me how to fix it", "the internet works fine", "works fine after that": none of them ends our trouble. */
function isAside({ from, to }: Mention, mentions: readonly Mention[], words: readonly string[]) {
  if (words[from] === 'fix' || words[from] === 'sort') {
    return words.slice(Math.max(0, from - 2), from).some((word) => wishes.has(word));
  }
  if (words[from] !== 'work') return false;
  const elsewhere = /^(?:after|elsewhere|on|for|in|until|till|except)$/.test(words[to + 1] ?? '');
  return (
    elsewhere ||
    mentions.some(({ concepts: [name = ''], to: end }) => end === from - 1 && bystanders.has(name))
  );
}

const wishes = new Set('to do can could should please must will would'.split(' '));

/** Things that may well work while ours does not. */
const bystanders = new Set(
  'elsewhere nhsmail clinical-system passcode computer browser edge chrome'.split(' '),
);
