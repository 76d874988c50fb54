import { describe, expect, it, test } from 'vitest';
import { knowledge, recognise } from '../../support/knowledge.ts';
import { answerTo } from './answer-to.ts';

interface Spelling {
  how: string;
  typed: string;
}

const dashes = ['-', '\u2010', '\u2011', '\u2013', '\u2014', '\u2212', '\uff0d'];
const fullWidth = (text: string): string =>
  [...text]
    .map((one) => (/[!-~]/.test(one) ? String.fromCharCode(one.charCodeAt(0) + 0xfee0) : one))
    .join('');

/** Ways to type a code made of two numbers, such as 400_645. */
function pairSpellings(first: string, second: string): Spelling[] {
  const code = `${first}_${second}`;
  const letters = (run: string): string => run.replaceAll('0', 'O').replaceAll('1', 'l');
  return [
    { how: 'as it is', typed: code },
    ...dashes.map((dash) => ({ how: `with ${dash}`, typed: `${first}${dash}${second}` })),
    ...[
      '.',
      ' ',
      '\u00a0',
      '/',
      ':',
      ';',
      '*',
      '~',
      ' - ',
      '- ',
      ' -',
      ' _ ',
      '_ ',
      '__',
      '\uff3f',
    ].map((gap) => ({
      how: `with "${gap}"`,
      typed: `${first}${gap}${second}`,
    })),
    { how: 'with the word underscore', typed: `${first} underscore ${second}` },
    { how: 'with the word dash', typed: `${first} dash ${second}` },
    { how: 'with letters for digits', typed: `${letters(first)}_${letters(second)}` },
    { how: 'with small letters for digits', typed: `${letters(first).toLowerCase()}-${second}` },
    { how: 'full width', typed: fullWidth(code) },
    { how: 'with a soft hyphen', typed: `${first}\u00ad_${second}` },
    { how: 'with zero-width spaces', typed: `${first}\u200b_\u200b${second}` },
    { how: 'joined after error', typed: `error ${first}${second}` },
    { how: 'joined after error code', typed: `Error code: ${first}${second}` },
    { how: 'after err', typed: `Err ${first}-${second}` },
    { how: 'glued to code', typed: `code${code}` },
    { how: 'joined and glued to error', typed: `error${first}${second}` },
    { how: 'in an address', typed: `https://example.nhs.uk/login?error=${code}&state=1` },
    { how: 'in square brackets', typed: `[${code}]` },
    { how: 'glued to error', typed: `error${code}` },
    { how: 'glued to error with a dash', typed: `ERROR${first}-${second}` },
    { how: 'in brackets', typed: `(${code})` },
    { how: 'in quotes', typed: `\u201c${code}\u201d` },
    { how: 'before a full stop', typed: `it says ${code}.` },
    { how: 'with a question mark', typed: `${first} ${second}?` },
    { how: 'on two lines', typed: `Error code:\n${code}\nTry again` },
    { how: 'in markup', typed: `<div>Error code:&nbsp;<b>${first}</b>_${second}</div>` },
    { how: 'in a sentence', typed: `Dr Patel gets ${first}-${second} in room 3 since 9am` },
  ];
}

/** Ways to type a code of letters and digits, such as ERR1000. */
function letteredSpellings(letters: string, digits: string): Spelling[] {
  const lookalike = digits.replaceAll('0', 'O').replaceAll('1', 'l');
  return [
    { how: 'as it is', typed: `${letters}${digits}` },
    { how: 'in lower case', typed: `${letters.toLowerCase()}${digits}` },
    { how: 'with a space', typed: `${letters} ${digits}` },
    { how: 'with a colon', typed: `${letters}: ${digits}` },
    { how: 'with an underscore', typed: `${letters}_${digits}` },
    ...dashes.map((dash) => ({ how: `with ${dash}`, typed: `${letters}${dash}${digits}` })),
    { how: 'with letters for digits', typed: `${letters}${lookalike}` },
    { how: 'with small letters for digits', typed: `${letters} ${lookalike.toLowerCase()}` },
    { how: 'full width', typed: fullWidth(`${letters}${digits}`) },
    { how: 'with a soft hyphen', typed: `${letters}\u00ad${digits}` },
    { how: 'with a no-break space', typed: `${letters}\u00a0${digits}` },
    { how: 'before a full stop', typed: `it says ${letters.toLowerCase()}${digits}.` },
    { how: 'with shouting', typed: `${letters}${digits}!!!` },
    { how: 'with a hash', typed: `${letters}#${digits}` },
    { how: 'with a full stop', typed: `${letters}.${digits}` },
    { how: 'with two spaces', typed: `${letters}  ${digits}` },
    { how: 'in brackets', typed: `(${letters}${digits})` },
    { how: 'in markup', typed: `<p><strong>${letters}&nbsp;${digits}</strong></p>` },
  ];
}

const owned = [...knowledge.articles, ...knowledge.codes].flatMap(({ id, codes }) =>
  // A bare number has rivals or needs company; those have tests of their own below.
  codes.filter((code) => !/^\d+$/.test(code)).map((code) => ({ id, code })),
);

describe.each(owned)('$code of $id', ({ id, code }) => {
  const [, first = '', second = ''] = /^(\d+)_(\d+|\*)$/.exec(code) ?? [];
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(code) ?? [];
  const spellings =
    first !== ''
      ? pairSpellings(first, second.replace('*', '123')).filter(
          // Three unknown digits are only a code with an underscore or beside the word error.
          ({ typed }) => second !== '*' || /_|\uff3f|error|underscore|with dash/i.test(typed),
        )
      : letters !== ''
        ? letteredSpellings(letters, digits)
        : [
            { how: 'as it is', typed: code },
            { how: 'in lower case', typed: code.toLowerCase() },
          ];

  test.each(spellings)('$how: $typed', ({ typed }) => {
    expect(answerTo(typed)).toBe(id);
  });
});

describe('numbers that are no codes', () => {
  test.each([
    'INC400645',
    'INC 400645',
    'INC0400645 any news',
    'REQ0400645',
    'RITM400645',
    '#400645',
    'ticket 400645',
    'my ticket number is 400645',
    'ref: 400-645',
    '0300 303 5035',
    '01400 645 221',
    '01400645221',
    '+44 1400 645 221',
    '(01400) 645 221',
    '0400 645 123',
    '400 645 1234',
    '400-645-1234',
    '4006451234',
    'NHS number 400 645 1234',
    '14 00 64 5',
    '400_6451',
    '1400_645',
    '2400-6450',
    '2024-06-45',
    '£400.645',
    '£400 645',
    '400.645 kg',
    '400,645 people',
    '400 645 patients',
    'ERR10001',
    'ERR 10000',
    'ERR100',
    'TERR1000',
    '1000',
    '1000 mg paracetamol',
    '1,000 patients',
    'PR200021',
    'room 1002',
    'extension 400 645',
    'pages 400-645',
    'bus 400 then bus 645',
    '0x534947051',
  ])('%s', (text) => {
    expect(answerTo(text)).toBe('none');
  });
});

describe('a code among other numbers', () => {
  test.each([
    'INC0012345: user sees 400_645',
    'ring me on 01400 645 221, the error is 400_645',
    '400_645 on 12/11/2026 at 09:30',
    'Windows 11, Edge 143, 400_645',
    'patient 400 645 1234 is waiting and I get 400-645',
  ])('%s', (text) => {
    expect(answerTo(text)).toBe('auth-failure-400-645');
  });
});

describe('Error 1000', () => {
  test.each(['error 1000', 'Error code 1000', '1000 error', 'Error 1000 when I log in'])(
    'asks what the person was doing: %s',
    (text) => {
      const { decision, candidates } = recognise(text);
      expect(decision).toBe('choose');
      expect(candidates.map(({ id }) => id).sort()).toEqual([
        'error-1000-log-in',
        'oberthur-err1000',
      ]);
    },
  );

  it('asks when the spelling says one and the doing says the other', () => {
    expect(answerTo('ERR1000 when I log in')).toBe('ambiguous');
  });

  test.each([
    'ERR1000',
    'error 1000 when unlocking my smartcard in self service',
    'error 1000 when I renew my certificate',
    'error 1000 logging in to self service to unlock my card',
  ])('is the self-service fault: %s', (text) => {
    expect(answerTo(text)).toBe('oberthur-err1000');
  });
});

describe('a code that is named to rule it out', () => {
  test.each([
    ['not 400_645, it is something else', 'ambiguous'],
    ['it is not 400_645 but ERR1002', 'err1002'],
    ['we fixed 400_645 last week, now the printer is broken', 'none'],
    ['400_645 is sorted now, thanks', 'none'],
    ['we no longer get 400_645 but the wifi is off', 'none'],
    ['IT fixed 400_645 on Monday and today it is back', 'auth-failure-400-645'],
    ['I had 400_645 yesterday and still have it', 'auth-failure-400-645'],
    ['not sure what 400_645 means', 'auth-failure-400-645'],
    ['smartcard not working 400_645', 'auth-failure-400-645'],
  ])('%s', (text, wanted) => {
    expect(answerTo(text)).toBe(wanted);
  });

  it('puts the ruled out article last', () => {
    const ids = recognise('not 400_645, it is something else').candidates.map(({ id }) => id);
    expect(ids[0]).not.toBe('auth-failure-400-645');
  });
});

describe('because', () => {
  it('names the code and how it was typed', () => {
    expect(recognise('getting 400-645').candidates[0]?.because).toEqual([
      'code 400_645 (typed "400-645")',
    ]);
  });

  it('names the very code behind a wildcard', () => {
    const { candidates, codes } = recognise('error 400_123');
    expect(codes).toEqual(['400_123']);
    expect(candidates[0]?.because[0]).toContain('400_123');
  });

  it('is sure of a code in its official spelling only', () => {
    expect(recognise('400_645').candidates[0]?.confidence).toBe(1);
    expect(recognise('400-645').candidates[0]?.confidence).toBeLessThan(1);
  });
});
