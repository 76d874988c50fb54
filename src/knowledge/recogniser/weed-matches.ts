import type { Match } from './match-symptoms.ts';
import type { Mention, Reading } from './read-concepts.ts';
import type { Concept } from './vocabulary.ts';

/** How near, in words, something else must stand to take a symptom for its own. */
const near = 4;
const nearWithoutOurs = 14;

/**
 * Drops symptoms that belong to something else, or are over. "Outlook shows a Windows Security box" is not
 * ours; "spine asks for my Windows password and the printer jams" is.
 */
export function weedMatches(
  matches: readonly Match[],
  reading: Reading,
  concepts: ReadonlyMap<string, Concept>,
): readonly Match[] {
  const { mentions } = reading;
  const isOurs = ({ concepts: [name = ''] }: Mention) => concepts.get(name)?.ours === true;
  const others = mentions.filter(({ concepts: [name] }) => name === 'elsewhere');
  if (isOver(mentions)) return [];
  if (others.length === 0) return matches;
  const aboutUs = mentions.some(isOurs);
  return matches.filter((match) => {
    const named = match.mentions.some(isOurs);
    if (named && match.pattern.telling) return true;
    const from = Math.min(...match.mentions.map((mention) => mention.from));
    const to = Math.max(...match.mentions.map((mention) => mention.to));
    const reach = aboutUs ? near : nearWithoutOurs;
    return !others.some((other) => other.to >= from - reach && other.from <= to + reach);
  });
}

/** "All sorted now, thanks" ends what went before, unless it says "not", or a trouble follows. */
function isOver(mentions: readonly Mention[]): boolean {
  const over = mentions.findLast(({ concepts: [name] }) => name === 'over');
  if (over === undefined) return false;
  return !mentions.some(
    ({ concepts, from, to }) =>
      concepts.includes('trouble') && (from > over.to || (to < over.from && to >= over.from - 3)),
  );
}
