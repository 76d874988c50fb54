import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sqlText, sqlTexts } from '../../../src/fleet/fleetdm/sql-text.ts';

const readBack = (sql: string) =>
  new DatabaseSync(':memory:').prepare(`SELECT ${sql} AS it`).get()?.it;

test('a text means itself to SQL, whatever is in it', () => {
  const plain = fc
    .string({ unit: 'grapheme', maxLength: 100 })
    .filter((text) => !/[\p{Cc}%]/u.test(text) && text.isWellFormed());
  fc.assert(
    fc.property(plain, (text) => {
      expect(readBack(sqlText(text))).toBe(text);
    }),
  );
});

test.each([["o'brien"], ["'; DROP TABLE users --"], ["''"], ['\\'], ['--'], ['/*']])(
  '%s stays a text',
  (text) => expect(readBack(sqlText(text))).toBe(text),
);

test.each([['a\u0000b'], ['a\nb'], ['\u0085'], ['100%'], ['\ud800'], ['x'.repeat(1_001)]])(
  '%j is refused',
  (text) => expect(() => sqlText(text)).toThrow(expect.objectContaining({ kind: 'wrong' })),
);

test('a list names each text once', () => {
  expect(sqlTexts(['a', "b'", 'a'])).toBe("('a', 'b''')");
});
