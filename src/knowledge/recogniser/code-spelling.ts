/** How one official code is recognised in cleaned text. */
export interface CodeSpelling {
  /** As the page writes it: `400_645`, `ERR1000`, `400_*`. */
  official: string;
  kind: 'pair' | 'wildcard' | 'lettered' | 'number' | 'hex' | 'words';
  /** Runs of digits that have to be there: a quick test before the expression is tried. */
  core: readonly string[];
  /** `typed` is the code as written, `gap` what stood between its parts, `prefix` the word before it. */
  pattern: RegExp;
}

/** Letters that people, fonts and text recognition put for digits. Text is lower case by now. */
const lookalikes: Readonly<Record<string, string>> = { '0': '[0o]', '1': '[1il|]', '5': '[5s]' };

/** Slips of the finger in the letters of a code. */
const slips: Readonly<Record<string, string>> = { err: '(?:err|eer|ere|rre|errr)' };

const gap = String.raw`(?<gap>\s?[_\-./:;,|~*=\\+]{1,2}\s?|\s{1,2}|\s?(?:under ?score|dash|hyphen|minus|slash|dot|point|space|line)\s?|)`;
const loose = String.raw`[\s_\-.:#=*'"()]{0,3}`;
const errorWord = '(?:er{1,4}ors?|err|code|codes|msg|message|fault)';
const linkWord = '(?:code|number|num|no|nr|message|msg|is|was|of)';
const afterError = `${errorWord}(?:${loose}${linkWord}){0,2}${loose}`;
const beforeError = `${loose}${errorWord}(?![a-z])`;
const wordStart = '(?<![a-z0-9])';
const noAmount = '(?<![.,£$€])';

/** Reads an official spelling once and builds the expression that finds every way of typing it. */
export function spellCode(official: string): CodeSpelling {
  const code = official.toLowerCase();
  const [, first = '', second = ''] = /^(\d+)_(\d+|\*)$/.exec(code) ?? [];
  const [, letters = '', number = ''] = /^([a-z]*)\s*(\d+)$/.exec(code) ?? [];
  if (second === '*') {
    const source = `(?<typed>${digits(first)}${gap}(?<rest>[\\doil|]{3}))`;
    return { official, kind: 'wildcard', core: [first], pattern: new RegExp(source, 'g') };
  }
  if (second !== '') {
    const source = `(?<typed>${digits(first)}${gap}${digits(second)}|${spaced(first)}\\s?[_-]\\s?${spaced(second)})`;
    return { official, kind: 'pair', core: [first, second], pattern: new RegExp(source, 'g') };
  }
  if (number !== '') {
    const prefix =
      letters === '' ? afterError : `${slips[letters] ?? letters}${loose}|${afterError}`;
    const source = `${wordStart}(?<typed>(?:(?<prefix>${prefix})|${noAmount})${digits(number)}(?<suffix>${beforeError})?)`;
    const kind = letters === '' ? 'number' : 'lettered';
    return { official, kind, core: [number], pattern: new RegExp(source, 'g') };
  }
  if (/^0x[\da-f]+$/.test(code)) {
    const source = `${wordStart}(?<typed>(?:[0o]x\\s?)?${digits(code.slice(2))})`;
    return { official, kind: 'hex', core: [code.slice(2)], pattern: new RegExp(source, 'g') };
  }
  const words = code.split(/[^a-z0-9]+/).map(digits);
  const source = `${wordStart}(?<typed>${words.join('[\\s_\\-]{0,2}')})(?![a-z0-9])`;
  return { official, kind: 'words', core: [], pattern: new RegExp(source, 'g') };
}

/** The digits of a run, each also as its lookalikes. */
function digits(run: string): string {
  return [...run].map((character) => lookalikes[character] ?? character).join('');
}

/** `4 0 0 _ 6 4 5`, as some people spell out what they read. */
function spaced(run: string): string {
  return [...run].map(digits).join('\\s');
}

/** Undoes the lookalikes and drops what stands between: what is left holds the core of any code in the text. */
export function boneText(cleaned: string): string {
  let bones = '';
  for (let at = 0; at < cleaned.length; at++) bones += boneOf[cleaned.charCodeAt(at)] ?? '';
  return bones;
}

/** What each character counts as, by its number. The rest count for nothing. */
const boneOf: readonly string[] = Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (character === 'o') return '0';
  if (/[il|]/.test(character)) return '1';
  if (character === 's') return '5';
  return /[a-z0-9]/.test(character) ? character : '';
});
