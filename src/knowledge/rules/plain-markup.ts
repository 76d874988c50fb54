import type { Finding, Rule } from './rule.ts';
import { textsOf } from './texts-of.ts';

/** Cards read **bold** only. Everything else is shown as text by some clients and obeyed by others. */
export const plainMarkup: Rule = (library) =>
  textsOf(library).flatMap(({ file, place, text, kind }): Finding[] => {
    // Values and quoted words are shown as they are, so a star or underscore in them is fine.
    const bare = text.replace(/\*\*[^*]+\*\*/g, '');
    const found = kind === 'value' || kind === 'quoted' ? anywhere(text) : markup(bare);
    return found === undefined
      ? []
      : [
          {
            file,
            place,
            wrong: `the text holds ${found}`,
            fix: 'write plain words, with **bold** for the names of screen elements only',
          },
        ];
  });

/** What no text may hold: it would be filled in or run, wherever it is shown. */
function anywhere(text: string): string | undefined {
  if (text.includes('${')) return 'a template expression, ${';
  if (/<\/?[a-z][^>]*>/i.test(text)) return 'an HTML tag';
  if (text.includes('](')) return 'a link, [..](..)';
  return undefined;
}

function markup(text: string): string | undefined {
  if (text.includes('**')) return 'bold that is not closed, or is not on one line';
  if (/(^|\s)_\S[^_]*_(\s|$)|(^|\s)\*\S[^*]*\*(\s|$)/.test(text)) return 'italics';
  if (text.includes('`')) return 'a backtick';
  if (/^(#{1,6}|[-*+>]|\d+\.)\s/m.test(text)) return 'a heading, list or quote mark';
  return anywhere(text);
}
