import { describe, expect, it, test } from 'vitest';
import { readMarkup } from '../../../src/knowledge/recogniser/read-markup.ts';
import { answerTo } from './answer-to.ts';

const own = (text: string): string => readMarkup(text).own.replace(/\s+/g, ' ').trim();

describe('readMarkup', () => {
  test.each([
    ['plain text', 'plain text'],
    ['1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
    ['error <400_645>', 'error <400_645>'],
    ['<div>one</div><div>two</div>', 'one two'],
    ['<b>400</b>_645', '400_645'],
    ['one<br>two', 'one two'],
    ['a&nbsp;b &lt;c&gt; &amp; d&#39;s', "a b <c> & d's"],
    ['<at>Smartcard Bot</at> help', 'help'],
    ['<at id="0">Bot</at>&nbsp;<at id="1">Sam</at> hello', 'hello'],
    ['<div>never closed', 'never closed'],
  ])('%s reads %s', (text, read) => {
    expect(own(text)).toBe(read);
  });

  it('keeps a quoted reply apart', () => {
    const { own: mine, quoted } = readMarkup('<blockquote><p>ERR1000</p></blockquote><p>hi</p>');
    expect(mine.trim()).toBe('hi');
    expect(quoted.trim()).toBe('ERR1000');
  });
});

describe('a quoted reply', () => {
  const quote = '<blockquote><p>I get 400_645</p></blockquote>';

  test.each([
    ['what does this mean?', 'auth-failure-400-645'],
    ['same here', 'auth-failure-400-645'],
    ['', 'auth-failure-400-645'],
    ['thanks!', 'none'],
    ['ERR1000 for me', 'oberthur-err1000'],
  ])('under "%s" is %s', (text, wanted) => {
    expect(answerTo(`${quote}<p>${text}</p>`)).toBe(wanted);
  });
});
