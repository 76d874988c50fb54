import type { Match } from './match.ts';
import type { Mention, Reading } from './read-concepts.ts';
import type { Concept } from './vocabulary/concept.ts';

/** What else a text is about, apart from its symptoms. */
export interface Setting {
  /** Our own products are named somewhere. */
  aboutUs: boolean;
  /** Where it speaks of things we know nothing of. */
  elsewhere: readonly Mention[];
  /** "All sorted now, thanks". */
  over: boolean;
}

export function readSetting(
  { mentions }: Reading,
  concepts: ReadonlyMap<string, Concept>,
): Setting {
  return {
    aboutUs: mentions.some((mention) => isOurs(mention, concepts)),
    elsewhere: mentions.filter(({ concepts: [name] }) => name === 'elsewhere'),
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
  setting: Setting,
  concepts: ReadonlyMap<string, Concept>,
): readonly Match[] {
  if (setting.over) return [];
  if (setting.elsewhere.length === 0) return matches;
  return matches.filter((match) => {
    const named = match.mentions.some((mention) => isOurs(mention, concepts));
    if (named && match.telling) return true;
    const near = named ? reach.oursInSymptom : setting.aboutUs ? reach.oursInText : reach.notOurs;
    const from = Math.min(...match.words) - near;
    const to = Math.max(...match.words) + near;
    return !setting.elsewhere.some(
      (other) => other.to >= from && other.from <= to && !isPartOf(match, other),
    );
  });
}

/** A message may itself speak of such a thing: the entry about NHSmail is not put off by NHSmail. */
function isPartOf({ words }: Match, { from }: Mention): boolean {
  return words.has(from);
}

function isOurs({ concepts: names }: Mention, concepts: ReadonlyMap<string, Concept>): boolean {
  return names.some((name) => concepts.get(name)?.ours === true);
}

/** It is over unless it came back, "not" stands just before, or a trouble follows. */
function isOver(mentions: readonly Mention[]): boolean {
  const over = mentions.findLast(({ concepts: [name] }) => name === 'over');
  if (over === undefined || mentions.some(({ concepts: [name] }) => name === 'again')) return false;
  return !mentions.some(
    ({ concepts, from, to }) =>
      concepts.includes('trouble') && (from > over.to || (to < over.from && to >= over.from - 3)),
  );
}
