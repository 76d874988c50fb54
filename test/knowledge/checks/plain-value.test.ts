import { expect, test } from 'vitest';
import { plainValue } from '../../../src/knowledge/checks/plain-value.ts';

test.each([
  ['NHS Credential Management 1.4.2.0', 'NHS Credential Management 1.4.2.0'],
  ['Rheoli Cymwysterau’r GIG (tŷ)', 'Rheoli Cymwysterau r GIG (tŷ)'],
  ['  two\n\tlines  ', 'two lines'],
  ['ends with a stop.', 'ends with a stop'],
  ['**bold** and `code`', 'bold and code'],
  ['[press](https://evil.example)', 'press (https: evil.example)'],
  ['<at>all</at>', 'at all at'],
  ['\u202eegnahc', 'egnahc'],
  ['a\u0000b', 'a b'],
  ['\ud83d', ''],
  ['***', ''],
  // Kept for the search for what must not be kept.
  ['j.smith@nhs.net', 'j.smith@nhs.net'],
  ['pin=1234', 'pin=1234'],
])('%j is shown as “%s”', (text, shown) => {
  expect(plainValue(text, 40)).toBe(shown);
});

test.each([
  ['abcdefgh', 'abcdefgh'],
  ['abcdefghi', 'abcdefg…'],
  ['abcdef ghijk', 'abcdef…'],
  ['abc def ghi', 'abc def…'],
  ['abc, def ghi', 'abc…'],
  ['abc - defgh', 'abc -…'],
])('of “%s” as much is shown as fits: “%s”', (text, shown) => {
  expect(plainValue(text, 8)).toBe(shown);
});

test('a letter that takes two places is not cut in half', () => {
  expect(plainValue('𐐀'.repeat(9), 8)).toBe(`${'𐐀'.repeat(7)}…`);
});

// The half of a number or an address would pass the search for whole ones.
test.each([
  ['Card 999 000 0018', 16, 'Card…'],
  ['Card 999 000 0018', 12, 'Card…'],
  ['Card 999 000 0018', 17, 'Card 999 000 0018'],
  ['Card of john.smith@nhs.net', 15, 'Card of…'],
  ['Card of john.smith@nhs.net', 20, 'Card of…'],
  ['999000001812345', 10, ''],
  ['john.smith.of.ward@nhs.net', 10, ''],
  // Where one stops looking, in the middle of it.
  [`Card ${'*'.repeat(187)} 999 000 0018`, 20, 'Card…'],
  [`Card ${'*'.repeat(186)} john.smith@nhs.net`, 20, 'Card…'],
])('no half of a number or address is shown: “%s” in %i letters', (text, limit, shown) => {
  expect(plainValue(text, limit)).toBe(shown);
});
