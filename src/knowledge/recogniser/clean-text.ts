/** Characters nobody sees: soft hyphens, zero-width and direction marks, emoji variation selectors. */
const unseen = /\p{Cf}|\u034f|[\ufe00-\ufe0f]/gu;
const dashes = /\p{Pd}|\u2212|\u00af/gu;
const underscores = /\p{Pc}/gu;
const quotes = /[\u2018\u2019\u02bc\u00b4\u0060\u2032]/g;
const plain = /^[\x20-\x7e]*$/;

/**
 * One spelling for everything that looks alike: lower case, plain digits, spaces, dashes, underscores
 * and apostrophes. `４００＿６４５` becomes `400_645`.
 */
export function cleanText(text: string): string {
  const folded = plain.test(text)
    ? text
    : text
        .normalize('NFKC')
        .replace(unseen, '')
        .replace(dashes, '-')
        .replace(underscores, '_')
        .replace(quotes, "'");
  return folded.toLowerCase().replace(/\s+/g, ' ').trim();
}
