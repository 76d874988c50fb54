import { describe, expect, it, test } from 'vitest';
import { knowledge, recognise } from '../../support/knowledge.ts';
import { answerTo } from './answer-to.ts';
import { type CorpusLine, readCorpus } from './read-corpus.ts';

const articles = knowledge.articles.map(({ id }) => id);

function shareRight(lines: readonly CorpusLine[]): number {
  return (
    lines.filter(({ text, expect: wanted }) => answerTo(text) === wanted).length / lines.length
  );
}

describe.each([
  'messages',
  'held-out',
  'held-out-second',
  // Written by people who had not seen the recogniser.
  'strangers-first',
  'strangers-second',
])('the corpus %s', (name) => {
  const lines = readCorpus(name);
  const expecting = (wanted: (id: string) => boolean) =>
    lines.filter((line) => wanted(line.expect));

  it('names the right article first for at least 95 in 100', () => {
    expect(shareRight(expecting((id) => articles.includes(id)))).toBeGreaterThanOrEqual(0.95);
  });

  test.each(articles)('at least 90 in 100 for %s alone', (article) => {
    expect(shareRight(expecting((id) => id === article))).toBeGreaterThanOrEqual(0.9);
  });

  it('answers at most 2 in 100 unrelated messages with an article', () => {
    const unrelated = expecting((id) => id === 'none');
    const fooled = unrelated.filter(({ text }) => articles.includes(answerTo(text)));
    expect(fooled.length / unrelated.length).toBeLessThanOrEqual(0.02);
  });

  it('asks about at least 90 in 100 ambiguous messages', () => {
    expect(shareRight(expecting((id) => id === 'ambiguous'))).toBeGreaterThanOrEqual(0.9);
  });

  it('expects only articles, ambiguous and none', () => {
    const known = new Set([...articles, 'ambiguous', 'none']);
    expect(lines.filter((line) => !known.has(line.expect))).toEqual([]);
  });
});

describe('the corpus messages', () => {
  const lines = readCorpus('messages');

  test.each(articles)('has at least 55 for %s', (article) => {
    expect(lines.filter((line) => line.expect === article).length).toBeGreaterThanOrEqual(55);
  });

  it('is at least a quarter unrelated or ambiguous', () => {
    const others = lines.filter((line) => !articles.includes(line.expect));
    expect(others.length / lines.length).toBeGreaterThanOrEqual(0.25);
  });

  it('shares no message with the held out ones', () => {
    const texts = new Set(lines.map(({ text }) => text.toLowerCase()));
    const heldOut = [...readCorpus('held-out'), ...readCorpus('held-out-second')];
    const shared = heldOut.filter(({ text }) => texts.has(text.toLowerCase()) && text.length > 12);
    expect(shared).toEqual([]);
  });
});

describe('every message about a code', () => {
  test.each(readCorpus('codes'))('$text is $expect', ({ text, expect: wanted }) => {
    expect(answerTo(text)).toBe(wanted);
  });
});

describe('a choice', () => {
  const asked = readCorpus('messages').filter((line) => line.expect === 'ambiguous');

  it('offers two to four topics, each once and each known', () => {
    for (const { text } of asked) {
      const ids = recognise(text).candidates.map(({ id }) => id);
      if (ids.length === 0) continue;
      expect(ids.length, text).toBeGreaterThanOrEqual(2);
      expect(ids.length, text).toBeLessThanOrEqual(4);
      expect(new Set(ids).size, text).toBe(ids.length);
      expect(ids.filter((id) => !knowledge.topics.has(id))).toEqual([]);
    }
  });

  test.each([
    'smartcard not working',
    'cannot log in to spine',
    'my smartcard login fails',
    'locum cant get on with his smartcard',
    'Spine is rejecting my smartcard',
    'error when I log in with my smartcard',
    'smartcard issue',
  ])('puts the log in failure first for "%s"', (text) => {
    expect(recognise(text).candidates[0]?.id).toBe('auth-failure-400-645');
  });

  it('puts the Windows prompt first when a password is asked for', () => {
    const { candidates } = recognise('it keeps asking me for a password');
    expect(candidates[0]?.id).toBe('ntlm-prompt');
    expect(candidates.map(({ id }) => id)).toContain('auth-failure-400-645');
  });
});
