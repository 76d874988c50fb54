import { expect, test } from 'vitest';
import { cleanText } from '../../../src/knowledge/recogniser/clean-text.ts';

test.each([
  ['ERR1000', 'err1000'],
  ['４００＿６４５', '400_645'],
  ['400\u2013645', '400-645'],
  ['400\u2212645', '400-645'],
  ['400\u203f645', '400_645'],
  ['400\u00ad_\u200b645', '400_645'],
  ['it\u2019s', "it's"],
  ['  two\u00a0\n\t words ', 'two words'],
  ['\ud800', '\ud800'],
  ['', ''],
])('%j becomes %j', (text, cleaned) => {
  expect(cleanText(text)).toBe(cleaned);
});
