import { expect, it } from 'vitest';
import { undictate } from '../../../src/knowledge/recogniser/undictate.ts';

it.each([
  ['four hundred underscore six four five', '400 underscore 645'],
  ['four double oh, underscore, six four five', '400 underscore 645'],
  ['error four hundred, six hundred and forty five', 'error 400, 645'],
  ['four zero zero six four five', '400645'],
  ['e r r one thousand', 'err 1000'],
  ['e.r.r. one zero zero zero', 'err 1000'],
  ['four hundred patients', '400 patients'],
  ['two of the cards', 'two of the cards'],
])('reads "%s" as "%s"', (spoken, written) => {
  expect(undictate(spoken)).toBe(written);
});
