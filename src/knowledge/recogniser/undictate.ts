const units = 'zero one two three four five six seven eight nine'.split(' ');
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const values = new Map<string, string>([
  ...units.map((word, value) => [word, `${value}`] as const),
  ...tens.map((word, at) => [word, `${at + 2}`] as const),
  ['oh', '0'],
  ['o', '0'],
  ['nought', '0'],
]);

const unit = `(?:${[...units, 'oh', 'nought', 'o'].join('|')}|\\d)`;
const ten = `(?:${tens.join('|')})`;
const expression = (source: string): RegExp => new RegExp(`\\b${source}\\b`, 'g');

const hint =
  /r[os]{0,2}\s?\d,\d{3}|hundred|thousand|zero|nought|\boh\b|double|\be[\s.]+r[\s.]+r\b|underscore|(?:four|five) \w+ \w+/;
const lettersOfError = /\be[\s.]+r[\s.]+r\b\.?/g;
const saidGap = /\s?,?\s(underscore|dash|hyphen)\b,?\s?/g;
const twice = expression(`(double|treble|triple) (${unit})`);
const hundreds = expression(`(${unit}) hundred(?: (?:and )?(${ten})(?:[ -](${unit}))?)?`);
const thousand = expression(`(${unit}|a) thousand`);
const tensAndUnits = expression(`(?:(${unit}) )?(${ten})(?:[ -](${unit}))?`);
const row = expression(`${unit}(?: ${unit}){2,}`);

/** `ERR 1,000` is a number, but no amount. */
const partedThousand = /(?<=er{1,4}(?:ors?)?\s?)(\d),(\d{3})(?!\d)/g;

/** Codes as people read them out: "four hundred underscore six four five" is `400 underscore 645`. */
export function undictate(cleaned: string): string {
  if (!hint.test(cleaned)) return cleaned;
  return cleaned
    .replace(lettersOfError, 'err')
    .replace(partedThousand, '$1$2')
    .replace(saidGap, ' $1 ')
    .replace(twice, (_, times: string, word: string) =>
      `${word} `.repeat(times === 'double' ? 2 : 3).trim(),
    )
    .replace(hundreds, (_, first: string, ten?: string, last?: string) =>
      ten === undefined
        ? `${digit(first)}00`
        : `${digit(first)}${digit(ten)}${digit(last ?? 'zero')}`,
    )
    .replace(thousand, (_, first: string) => `${first === 'a' ? 1 : digit(first)}000`)
    .replace(
      tensAndUnits,
      (_, first: string | undefined, ten: string, last?: string) =>
        `${first === undefined ? '' : digit(first)}${digit(ten)}${digit(last ?? 'zero')}`,
    )
    .replace(row, (words) => words.split(' ').map(digit).join(''));
}

function digit(word: string): string {
  return values.get(word) ?? word;
}
