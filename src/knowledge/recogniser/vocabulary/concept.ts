/**
 * Something people speak of, and how they say it. A symptom written in an article matches every way of
 * saying it that is listed here.
 *
 * - Words are in lower case, one form each: plurals, -ed and -ing are made from them.
 * - Apostrophes are dropped before reading, so "won't" is written `wont`.
 * - The longest phrase wins: a `door card` is not a `card`.
 */
export interface Concept {
  says: readonly string[];
  /** How much it tells. `common` words fit every smartcard trouble: on their own they only make the bot ask. */
  tells: 'common' | 'some' | 'much' | 'all' | 'elsewhere';
  /** Wider concepts it counts as: an `edge` is a `browser`. */
  is?: readonly string[];
  /**
   * Names our own products, so a printer in the same sentence does not put us off. `perhaps` for what others
   * have as well: `localhost` and .NET are ours until somebody else's program is named.
   */
  ours?: true | 'perhaps';
  /** Concepts whose words it takes for itself: in "the installer stops" no program of ours stopped. */
  claims?: readonly string[];
  /** A trouble people rule out by name: "not a .NET problem". */
  ruledOut?: true;
  /** Something people do, or do it with: tells apart two faults with the same number. */
  doing?: true;
}

export type Concepts = Readonly<Record<string, Concept>>;

/** Phrases parted by commas, so that a list of words reads like one. */
export function phrases(list: string): string[] {
  return list
    .split(',')
    .map((phrase) => phrase.trim().replace(/\s+/g, ' '))
    .filter((phrase) => phrase !== '');
}
