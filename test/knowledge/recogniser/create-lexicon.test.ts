import { describe, expect, it, test } from 'vitest';
import { createLexicon } from '../../../src/knowledge/recogniser/create-lexicon.ts';

const words = {
  heads: ['smartcard', 'card', 'run', 'authentication', 'credential', 'management', 'spine'],
  parts: ['service', 'services', 'port'],
  small: ['not', 'is'],
  everyday: ['care', 'spine'],
  forgiving: true,
};
const { lookUp } = createLexicon(words);

describe('lookUp', () => {
  test.each([
    ['smartcard', ['smartcard']],
    ['smartcards', ['smartcard']],
    ['running', ['run']],
    ['services', ['service']],
    ['crad', ['card']],
    ['smrtcard', ['smartcard']],
    ['authentcation', ['authentication']],
    ['credental', ['credential']],
    ['managment', ['management']],
    ['credentialmanagement', ['credential', 'management']],
    ['portservice', ['port', 'service']],
    ['isnotrunning', ['is', 'not', 'run']],
  ])('takes %s for %j', (typed, meant) => {
    expect(lookUp(typed)).toEqual(meant);
  });

  test.each(['care', 'cart', 'cord', 'dog', 'ard', '400', 'smartphone', 'x'])(
    'does not know %s',
    (typed) => {
      expect(lookUp(typed)).toEqual([]);
    },
  );

  it('forgives nothing when told so', () => {
    expect(createLexicon({ ...words, forgiving: false }).lookUp('smrtcard')).toEqual([]);
  });
});
