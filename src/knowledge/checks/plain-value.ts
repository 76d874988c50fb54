// Letters and digits of any script, and marks that mean nothing to Markdown, HTML or a link. The marks
// that e-mail addresses and passcodes are known by stay: what is kept is searched for them.
const strange = /[^\p{L}\p{N} .,:;()+&'@=-]+/gu;
const edges = /^[^\p{L}\p{N}]+|[\s.,:;]+$/gu;

/** Whether a word may be a number or an address of somebody, of which no half may be kept. */
const isTelling = (word: string) => /[\p{N}@]/u.test(word);

const lengthOf = (words: readonly string[]) => [...words.join(' ')].length;

/** As many whole words as fit. */
function cut(words: readonly string[], limit: number): string {
  const [first = ''] = words;
  // By whole letters: half of one that takes two places is no text.
  if (lengthOf([first]) > limit) return isTelling(first) ? '' : [...first].slice(0, limit).join('');
  const fitting = [...words];
  while (lengthOf(fitting) > limit) fitting.pop();
  // The rest of a number in groups may be what did not fit.
  while (isTelling(fitting.at(-1) ?? '')) fitting.pop();
  return fitting.join(' ');
}

/**
 * What a PC says, as words for the cell of a table. Anybody who can install a program or write to the
 * registry chooses it, so it is neither longer than `limit` nor anything but words.
 *
 * @returns empty when nothing of it can be shown
 */
export function plainValue(text: string, limit: number): string {
  // Enough for what is shown: the rest of a flood is not even looked at.
  const enough = text.slice(0, limit * 10);
  const words = enough
    .normalize('NFC')
    .replace(strange, ' ')
    .replace(/ +/g, ' ')
    .replace(edges, '');
  const isWhole = enough.length === text.length;
  if (isWhole && [...words].length <= limit) return words;
  const list = words.split(' ');
  const start = cut(isWhole ? list : list.slice(0, -1), limit - 1).replace(edges, '');
  return start && `${start}…`;
}
