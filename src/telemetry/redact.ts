/** What stands in for something that must not be kept. */
const masks: readonly (readonly [RegExp, string])[] = [
  [/[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/g, '[e-mail removed]'],
  // What follows the word is taken for the secret itself, unless it is plainly another word.
  [/\b(pass(?:code|word)|pin)\b(\s*(?:is|was|=|:)?\s*)(?=\S*\d)\S+/gi, '$1$2[removed]'],
  // NHS numbers in their 3 3 4 grouping, also those that fail the check digit.
  [/(?<![\d_])\d{3}[ -]\d{3}[ -]\d{4}(?![\d_])/g, '[number removed]'],
  // Phone numbers, with or without the country code and grouping.
  [/(?<![\d_])(?:\+44[ -]?|0)\d(?:[ -]?\d){8,9}(?![\d_])/g, '[number removed]'],
  // NHS numbers (10 digits), smartcard user ids (12 digits), and whatever else is that long.
  [/(?<![\d_])\d{9,}(?![\d_])/g, '[number removed]'],
];

/**
 * The form of a person's words that may be kept: no NHS numbers, user ids, phone numbers, e-mail
 * addresses or passcodes, white space folded, at most `limit` characters.
 */
export function redact(text: string, limit = 300): string {
  const folded = text.replace(/\s+/g, ' ').trim();
  const masked = masks.reduce(
    (kept, [pattern, mask]) => kept.replace(pattern, mask),
    folded.slice(0, 4_000),
  );
  // toWellFormed: a cut in the middle of an emoji leaves half a character that PostgreSQL refuses.
  const wellFormed = (
    masked.length > limit ? `${masked.slice(0, limit - 1)}…` : masked
  ).toWellFormed();
  // JSON in PostgreSQL cannot hold the null character.
  return wellFormed.replaceAll('\u0000', '');
}
