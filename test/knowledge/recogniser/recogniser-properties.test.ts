import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recognise } from '../../support/knowledge.ts';
import { inOneWord } from './answer-to.ts';
import { readCorpus } from './read-corpus.ts';

const messages = readCorpus('messages').map(({ text }) => text);
const withoutMarkup = messages.filter((text) => !/[<>&]/.test(text));
const message = fc.constantFrom(...messages);
const plainMessage = fc.constantFrom(...withoutMarkup);
/** Any text at all, with the words and signs that mean something to the recogniser thrown in. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        '400_645',
        'ERR1000',
        'error',
        '<div>',
        '</p>',
        '<at>',
        '&nbsp;',
        '&#',
        '.net',
      ),
      fc.constantFrom('not', 'already', 'running', 'smartcard', 'cm', '\ud800', '\u200b', '4OO'),
      message,
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(' '));

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

describe('recognise', () => {
  it('never throws, and always gives a well-formed answer', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { decision, candidates } = recognise(text);
        const counts = { none: [0, 0], article: [1, 1], code: [1, 1], choose: [2, 4] } as const;
        const [least, most] = counts[decision];
        expect(candidates.length).toBeGreaterThanOrEqual(least);
        expect(candidates.length).toBeLessThanOrEqual(most);
        for (const { confidence, because } of candidates) {
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThanOrEqual(1);
          expect(because.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same answer every time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(recognise(text)).toEqual(recognise(text));
      }),
    );
  });

  it('does not care about case', () => {
    fc.assert(
      fc.property(message, (text) => {
        const answer = inOneWord(recognise(text));
        expect(inOneWord(recognise(text.toUpperCase()))).toBe(answer);
        expect(inOneWord(recognise(text.toLowerCase()))).toBe(answer);
      }),
      { numRuns: 300 },
    );
  });

  it('does not care about markup around the message', () => {
    const wrap = fc.constantFrom(
      (text: string) => `<div>${text}</div>`,
      (text: string) => `<p><span style="color:red">${text}</span></p>`,
      (text: string) => `<at>Smartcard Support</at>&nbsp;${text}`,
      (text: string) => `<div><div><div>${text}<br></div></div></div>`,
      (text: string) => `<blockquote><p>hello</p></blockquote><p>${text}</p>`,
    );
    fc.assert(
      fc.property(plainMessage, wrap, (text, around) => {
        expect(inOneWord(recognise(around(escaped(text))))).toBe(inOneWord(recognise(text)));
      }),
      { numRuns: 300 },
    );
  });

  it('does not care about space around and between words', () => {
    fc.assert(
      fc.property(message, fc.constantFrom('  ', '\n', '\t', '\u00a0', ' \r\n '), (text, space) => {
        const spaced = `${space}${text.replaceAll(' ', space)}${space}`;
        expect(inOneWord(recognise(spaced))).toBe(inOneWord(recognise(text)));
      }),
      { numRuns: 300 },
    );
  });

  it('does not take a code out of a longer number', () => {
    const digits = fc.stringMatching(/^[0-9]{1,6}$/);
    const code = fc.constantFrom('400_645', '400-645', '400645', '400.645', '4OO_645', 'ERR1000');
    fc.assert(
      fc.property(code, digits, (typed, more) => {
        expect(recognise(`${typed}${more}`).codes).toEqual([]);
        if (/^\d/.test(typed)) expect(recognise(`${more}${typed}`).codes).toEqual([]);
      }),
    );
  });

  it('finds a code wherever it stands', () => {
    const chatter = fc.array(fc.constantFrom('the', 'ward', 'was', 'busy', 'and', 'we', 'waited'));
    fc.assert(
      fc.property(chatter, chatter, (before, after) => {
        const text = [...before, '400_645', ...after].join(' ');
        expect(inOneWord(recognise(text))).toBe('auth-failure-400-645');
      }),
    );
  });
});
