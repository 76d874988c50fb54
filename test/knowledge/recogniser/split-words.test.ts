import { expect, test } from 'vitest';
import { splitWords } from '../../../src/knowledge/recogniser/split-words.ts';

test.each([
  ["it won't start", ['it', 'wont', 'start']],
  ['.net4.8 missing', ['dotnet', '4.8', 'missing']],
  ['my nhs.net address', ['my', 'nhs', 'net', 'address']],
  ['127.0.0.1 asks', ['127.0.0.1', 'asks']],
  ['series8', ['series', '8']],
  ['a wound of 4 cm', ['a', 'wound', 'of', '4']],
  ['cm stopped', ['cm', 'stopped']],
  ['c# question', ['c#', 'question']],
])('%s', (text, words) => {
  expect(splitWords(text)).toEqual(words);
});
