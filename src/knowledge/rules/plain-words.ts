import type { Finding, Rule } from './rule.ts';
import { textsOf } from './texts-of.ts';

/** Words the NHS style guide keeps out of messages, and what to write in their place. */
const words: readonly [RegExp, string][] = [
  [/\b(sorry|oops|whoops)\b/i, 'say what to do next'],
  [/\bplease\b/i, 'leave it out'],
  [/\b(invalid|illegal|forbidden|prohibited)\b/i, 'say what is wrong and how to put it right'],
  [/\b\w+n['’]t\b/i, 'write it out, such as do not or cannot'],
  [/\blog-?ins?\b/i, 'write log in'],
  [/\b(log|sign)-?ons?\b/i, 'write log in'],
  [/\bshould\b/i, 'say what to do, or what is the case'],
  [/\b(simply|easy|easily|obviously)\b/i, 'leave it out'],
  [/\bclick here\b/i, 'name what the link opens'],
];

/** Calm, plain words in everything people read. */
export const plainWords: Rule = (library) =>
  textsOf(library).flatMap(({ file, place, text, kind }): Finding[] => {
    if (kind === 'quoted' || kind === 'value') return [];
    return words.flatMap(([pattern, fix]) => {
      const word = pattern.exec(text)?.[0];
      return word === undefined ? [] : [{ file, place, wrong: `we never write "${word}"`, fix }];
    });
  });
