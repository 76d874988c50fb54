/** Words after “password is” that are no password. Anything else there is taken for one. */
const harmless =
  'not|no|wrong|locked|expired|blocked|incorrect|rejected|correct|right|fine|ok|okay|being|still|accepted|required|needed|asked|the|a|my|now|working|never|always|gone|forgotten';

/** What must not be kept, and what stands in its place. */
const masks: readonly (readonly [RegExp, string])[] = [
  [/[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/g, '[e-mail removed]'],
  [
    new RegExp(
      `\\b(pass(?:code|word)|pin)\\b(\\s*(?:is|was|=|:)\\s*)(?!(?:${harmless})\\b)(?:[\\d -]*\\d|\\S+)`,
      'gi',
    ),
    '$1$2[removed]',
  ],
  // Without a word between, only what has a digit: “the PIN 1234”, but not “the PIN box”.
  [/\b(pass(?:code|word)|pin)\b(\s+)(?=\S*\d)(?:[\d -]*\d|\S+)/gi, '$1$2[removed]'],
  [
    /\b(dob|d\.o\.b\.?|date of birth|born(?: on)?)\b(\W{0,3})\d{1,4}[./ -](?:\d{1,2}|[a-z]{3,9})[./ -]\d{2,4}/gi,
    '$1$2[date removed]',
  ],
  [/(?<![\d_])\+44(?:[ -]?\d){9,10}(?![\d_])/g, '[number removed]'],
  // Nine digits and more, however they are grouped: NHS numbers, also those that fail the check digit,
  // smartcard user ids, phone numbers.
  [/(?<![\w.])\d(?:[ .-]?\d){8,}(?![\w])/g, '[number removed]'],
];

/**
 * The form of a person's words that may be kept: no NHS numbers, user ids, phone numbers, dates of
 * birth, e-mail addresses or passcodes, white space folded, at most `limit` characters.
 */
export function redact(text: string, limit = 300): string {
  const folded = text.replace(/\s+/g, ' ').trim();
  const masked = masks.reduce(
    (kept, [pattern, mask]) => kept.replace(pattern, mask),
    folded.slice(0, 4_000),
  );
  // toWellFormed: a cut in the middle of an emoji leaves half a character that PostgreSQL refuses.
  const short = (masked.length > limit ? `${masked.slice(0, limit - 1)}…` : masked).toWellFormed();
  // JSON in PostgreSQL cannot hold the null character.
  return short.replaceAll('\u0000', '');
}
