import type { Finding, Rule } from './rule.ts';
import { textsOf } from './texts-of.ts';

/** Sentences end with a mark; headings and buttons do not end with a full stop. */
export const fullStops: Rule = (library) =>
  textsOf(library).flatMap(({ file, place, text, kind }): Finding[] => {
    if (kind === 'sentence' && !/[.?!]$/.test(text.trim())) {
      return [{ file, place, wrong: `"${text}" does not end`, fix: 'end it with a full stop' }];
    }
    if ((kind === 'heading' || kind === 'label') && /\.$/.test(text.trim())) {
      return [{ file, place, wrong: `"${text}" ends with a full stop`, fix: 'leave it out' }];
    }
    return [];
  });
