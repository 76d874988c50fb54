import { describe, expect, it, test } from 'vitest';
import { cleanText } from '../../../src/knowledge/recogniser/clean-text.ts';
import { clipText } from '../../../src/knowledge/recogniser/clip-text.ts';
import { createTypoFinder } from '../../../src/knowledge/recogniser/find-typo.ts';
import { readMarkup } from '../../../src/knowledge/recogniser/read-markup.ts';
import { splitWords } from '../../../src/knowledge/recogniser/split-words.ts';
import { answerTo } from './answer-to.ts';

const many = 100_000;
const fill = (piece: string): string => piece.repeat(Math.ceil(many / piece.length));

const hostile: readonly (readonly [string, string])[] = [
  ['one letter', fill('a')],
  ['one digit', fill('0')],
  ['one space', fill(' ')],
  ['lone surrogates', fill('\ud800')],
  ['combining accents', fill('e\u0301')],
  ['a letter that unfolds into eighteen', fill('\ufdfa')],
  ['open tags', fill('<div>')],
  ['open tags, then other tags closed', `${fill('<div>')}${fill('</p>')}`],
  ['half tags', fill('<a ')],
  ['angle brackets', fill('<')],
  ['ampersands', fill('&#')],
  ['mentions that never end', fill('<at>')],
  ['one tag with many attributes', `<div ${fill('a="b" ')}>hello</div>`],
  ['almost codes', fill('400 645 1 ')],
  ['error after error', fill('error ')],
  ['error after err', fill('er')],
  ['a code pulled apart', `400${fill('-')}645`],
  ['words run together', fill('notrunningerror')],
  ['product after product', fill('card of ')],
  ['not after not', fill('not ')],
];

describe('hostile input', () => {
  test.each(hostile)('%s is answered', (_, text) => {
    expect(answerTo(text)).toEqual(expect.any(String));
  });

  it('lets a code be found in the middle of a very long text', () => {
    const chatter = 'the clinic was busy and the queue was long '.repeat(1500);
    expect(answerTo(`${chatter} 400_645 ${chatter}`)).toBe('auth-failure-400-645');
  });

  it('reads no more words than fit in a Teams message', () => {
    expect(clipText(fill('word ')).length).toBeLessThanOrEqual(28_000);
    expect(clipText('short')).toBe('short');
    expect(clipText(`start ${fill('x ')} end`)).toMatch(/^start .* end$/);
  });

  it('skips words nobody could have typed', () => {
    expect(splitWords(fill('a'))).toEqual([]);
    expect(createTypoFinder(['smartcard'])(fill('s'))).toBeUndefined();
  });

  it('never makes a text longer by taking its markup out', () => {
    for (const [, text] of hostile) {
      const { own, quoted } = readMarkup(text);
      expect(own.length + quoted.length).toBeLessThanOrEqual(text.length);
    }
  });

  it('keeps a cleaned text within what unfolding can add', () => {
    expect(cleanText(fill('\ufdfa')).length).toBeLessThanOrEqual(many * 18);
  });
});
