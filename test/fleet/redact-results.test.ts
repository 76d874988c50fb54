import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redactResults } from '../../src/fleet/redact-results.ts';
import type { ProbeResult } from '../../src/knowledge/checks/probe.ts';

const answered = (observed: unknown) => ({ outcome: 'answered', observed }) as ProbeResult;

/** What is kept of a text, wherever in an answer it stands. */
function kept(text: string): string {
  const { a, b } = redactResults({
    a: answered({ type: 'REG_SZ', data: text }),
    b: answered({ paths: [text] }),
  });
  const found = (a as { observed: { data: string } }).observed.data;
  expect(b).toEqual(answered({ paths: [found] }));
  return found;
}

describe('an e-mail address is not kept', () => {
  test.each([
    ['ada.nurse@trust.example', '[e-mail removed]'],
    ['Owner: Ada <ada@trust.nhs.uk>, ward 7', 'Owner: Ada <[e-mail removed]>, ward 7'],
    ["o'brien+ward_7@trust.example", '[e-mail removed]'],
    ['o’brien@trust.example', '[e-mail removed]'],
    ['zoë.müller@krankenhaus-köln.example', '[e-mail removed]'],
    ['ada\u0000.nurse@trust.example', '[e-mail removed]'],
    ['ada.nurse\u0000@trust.example', '[e-mail removed]'],
    ['https://ada@trust.example/inbox', 'https://[e-mail removed]/inbox'],
    ['a@b.example;c@d.example', '[e-mail removed];[e-mail removed]'],
  ])('%j becomes %j', (text, expected) => {
    expect(kept(text)).toBe(expected);
  });
});

describe('the name of a person’s folder is not kept', () => {
  test.each([
    ['C:\\Users\\ada.nurse\\AppData\\x.exe', 'C:\\Users\\[name removed]\\AppData\\x.exe'],
    ['c:\\USERS\\Ada Nurse', 'c:\\USERS\\[name removed]'],
    ['D:\\Users\\ADANUR~1\\x', 'D:\\Users\\[name removed]\\x'],
    ['file:///C:/Users/ada/x.exe', 'file:///C:/Users/[name removed]/x.exe'],
    ['C:\\U\u0000sers\\ada\\x', 'C:\\Users\\[name removed]\\x'],
  ])('%j becomes %j', (text, expected) => {
    expect(kept(text)).toBe(expected);
  });
});

test.each([
  'C:\\Program Files (x86)\\NHS Digital\\NHS Credential Management',
  '*.trust.example,http://localhost',
  'https://[*.]nhs.uk',
  '1.4.2.0',
  '20261012',
  '943 476 5919',
  'user@localhost',
  'Müller 😀',
])('%j is kept as it is', (text) => {
  expect(kept(text)).toBe(text);
});

test.each([
  ['a\u0000b', 'ab'],
  ['half \ud83d', 'half \uFFFD'],
  ['\ude00 half', '\uFFFD half'],
])('%j is kept as %j, which the database can hold', (text, expected) => {
  expect(kept(text)).toBe(expected);
});

test('numbers, yes and no, and what could not be asked are kept as they are', () => {
  const results = {
    a: answered({ type: 'REG_DWORD', data: 4294967295, view: '64' }),
    b: answered({ exists: true, subkeys: [] }),
    c: { outcome: 'absent' },
    d: { outcome: 'timeout' },
    e: answered({ type: 'REG_QWORD', data: -0.5 }),
  } as const;
  expect(redactResults(results)).toEqual(results);
});

const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '\u0000',
      '\ud83d',
      '\ude00',
      '@',
      '.',
      '\\',
      '/',
      'C:\\Users\\',
      'a@b.example',
    ),
    fc.string({ minLength: 1, maxLength: 1, unit: 'binary' }),
  ),
});
const results = fc.dictionary(
  fc.constantFrom('a.b', 'a.c', '__proto__'),
  fc.oneof(
    fc.constant({ outcome: 'absent' }),
    fc.record({ type: text, data: fc.oneof(text, fc.double(), fc.array(text)) }).map(answered),
    fc.record({ programs: fc.array(fc.record({ name: text, version: text })) }).map(answered),
  ),
) as fc.Arbitrary<Record<string, ProbeResult>>;

test('whatever a PC says can be stored, holds no address, and does not change when it is kept again', () => {
  fc.assert(
    fc.property(results, (given) => {
      const once = redactResults(given);
      const json = JSON.stringify(once);
      expect(json.isWellFormed()).toBe(true);
      // As PostgreSQL reads jsonb: no null character, no half of a pair.
      expect(json).not.toMatch(/\\u0000|\\ud[89a-f][0-9a-f]{2}/i);
      expect(json).not.toContain('a@b.example');
      expect(redactResults(once)).toEqual(once);
      expect(Object.keys(once)).toEqual(Object.keys(JSON.parse(JSON.stringify(given))));
    }),
    { numRuns: 500 },
  );
});
