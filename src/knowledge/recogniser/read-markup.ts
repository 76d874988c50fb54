import { Tokenizer } from 'htmlparser2';

/** What a person wrote, and what they quoted from somebody else's message. */
export interface Written {
  own: string;
  quoted: string;
}

/** Tags Teams, Outlook and browsers put around text. A `<` before anything else is just a `<`. */
const markup =
  /<\/?(?:div|p|br|hr|at|span|a|b|i|u|s|em|strong|strike|del|ins|sub|sup|h[1-6]|ul|ol|li|dl|dt|dd|table|thead|tbody|tfoot|tr|td|th|blockquote|pre|code|codeblock|img|font|emoji|attachment|systemeventmessage|html|head|body|meta|section|article)(?:[\s/][^<>]*)?>/i;
const entity = /&(?:[a-z]{2,8}|#\d{1,7}|#x[\da-f]{1,6});/i;

/** Tags that stay inside a line: `<b>400</b>_645` is one word. */
const inline = new Set(
  'at span a b i u s em strong strike del ins sub sup font code emoji img'.split(' '),
);

/**
 * Takes the text out of Teams messages. Mentions are dropped, quoted replies kept apart.
 *
 * The tokenizer is used rather than the parser because it keeps no stack of open tags: a message of
 * fifty thousand unclosed tags costs no more than one of fifty thousand letters.
 */
export function readMarkup(text: string): Written {
  if (!markup.test(text) && !entity.test(text)) return { own: text, quoted: '' };
  let own = '';
  let quoted = '';
  let mentions = 0;
  let quotes = 0;
  const add = (piece: string): void => {
    if (mentions > 0) return;
    if (quotes > 0) quoted += piece;
    else own += piece;
  };
  const step = (name: string, by: 1 | -1): void => {
    if (name === 'at') mentions = Math.max(0, mentions + by);
    if (name === 'blockquote') quotes = Math.max(0, quotes + by);
    if (!inline.has(name)) add('\n');
  };
  const ignore = (): void => {};
  const tokenizer = new Tokenizer(
    {},
    {
      ontext: (start, end) => add(text.slice(start, end)),
      ontextentity: (codepoint) => add(String.fromCodePoint(codepoint)),
      onopentagname: (start, end) => step(text.slice(start, end).toLowerCase(), 1),
      onclosetag: (start, end) => step(text.slice(start, end).toLowerCase(), -1),
      oncdata: (start, end) => add(text.slice(start, end)),
      onattribdata: ignore,
      onattribentity: ignore,
      onattribend: ignore,
      onattribname: ignore,
      oncomment: ignore,
      ondeclaration: ignore,
      onend: ignore,
      onopentagend: ignore,
      onprocessinginstruction: ignore,
      onselfclosingtag: ignore,
    },
  );
  tokenizer.write(text);
  tokenizer.end();
  return { own, quoted };
}
