import { expect, test } from 'vitest';
import { newCaseId } from '../src/new-case-id.ts';

test('a case id can be read out on the phone and is never the same twice', () => {
  const ids = Array.from({ length: 10_000 }, newCaseId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids)
    expect(id).toMatch(/^SC-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
});
