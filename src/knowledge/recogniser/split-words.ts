/** `23h2` is a release of Windows, not a second anything. `.net` only at the start of a word: `nhs.net` is an address, `.NET` is Microsoft's. */
const word = /(?<![a-z0-9])\.net(?![a-z])|c#|\d\dh\d|[a-z]+|\d+(?:\.\d+)*/g;

/** "4 cm" is a length, "CM" is Credential Management. */
const centimetres = /(\d\s?)cm(?![a-z])/g;

/** Longer than any word: rows of one letter, keys and hashes are not worth a look. */
const longestWord = 40;

/** Words and numbers of a cleaned text, in order. `won't` is `wont`, `.net4.8` is `dotnet` and `4.8`. */
export function splitWords(cleaned: string): string[] {
  const words: string[] = [];
  for (const [found] of cleaned.replaceAll("'", '').replace(centimetres, '$1 ').matchAll(word)) {
    if (found.length <= longestWord) words.push(found === '.net' ? 'dotnet' : found);
  }
  return words;
}
