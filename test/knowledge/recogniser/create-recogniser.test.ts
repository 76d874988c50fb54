import { describe, expect, it } from 'vitest';
import type { Knowledge } from '../../../src/knowledge/knowledge.ts';
import { createRecogniser } from '../../../src/knowledge/recogniser/create-recogniser.ts';
import { knowledge, recognise } from '../../support/knowledge.ts';
import { inOneWord } from './answer-to.ts';

/** What we know, and one more article: a fault nobody has thought of yet. */
function withOneMore(symptoms: string[], codes: string[] = []): Knowledge {
  const [first] = knowledge.articles;
  if (first === undefined) throw new Error('There are no articles.');
  const article = {
    ...first,
    id: 'biometric-scanner',
    title: 'Biometric scanner',
    symptoms,
    codes,
  };
  return { ...knowledge, articles: [...knowledge.articles, article] };
}

describe('a new article', () => {
  it('is found by its own words, misspelt too, without a change to the code', () => {
    const recogniseMore = createRecogniser(withOneMore(['fingerprint sensor rejects my thumb']));
    const texts = [
      'my thumb is rejected by the fingerprint sensor',
      'fingrprint senser thumb error',
    ];
    for (const text of texts)
      expect(inOneWord(recogniseMore(text)), text).toBe('biometric-scanner');
    expect(inOneWord(recogniseMore('smartcard authentication failure'))).toBe(
      'auth-failure-400-645',
    );
  });

  it('is found by its code', () => {
    const recogniseMore = createRecogniser(withOneMore(['fingerprint sensor'], ['BIO4711']));
    for (const text of ['BIO4711', 'bio-4711', 'error bio 47ll']) {
      expect(inOneWord(recogniseMore(text)), text).toBe('biometric-scanner');
    }
    expect(recogniseMore('BIO47110').decision).toBe('none');
  });

  it('is offered beside another that has the same symptom', () => {
    const recogniseMore = createRecogniser(withOneMore(['Windows Security box']));
    const { decision, candidates } = recogniseMore('I get a windows security box');
    expect(decision).toBe('choose');
    expect(candidates.map(({ id }) => id).sort()).toEqual(['biometric-scanner', 'ntlm-prompt']);
  });
});

describe('every symptom of an article', () => {
  it.each(knowledge.articles.flatMap(({ id, symptoms }) => symptoms.map((text) => ({ id, text }))))(
    '$text leads to $id, or to a choice with it',
    ({ id, text }) => {
      const { decision, candidates } = recognise(text);
      expect(decision).not.toBe('none');
      expect(candidates.map((candidate) => candidate.id)).toContain(id);
    },
  );
});

describe('every message of a code entry', () => {
  it.each(knowledge.codes.flatMap(({ id, messages }) => messages.map((text) => ({ id, text }))))(
    '$text leads to $id, or to its article, or to a choice with it',
    ({ id, text }) => {
      const { candidates } = recognise(text);
      const entry = knowledge.codes.find((one) => one.id === id);
      const wanted = [id, entry?.article];
      expect(candidates.some((candidate) => wanted.includes(candidate.id))).toBe(true);
    },
  );
});

describe('symptoms of something else', () => {
  it.each([
    ['Outlook shows a Windows Security box asking for my password', 'none'],
    ['Spine shows a Windows Security box asking for my password', 'ntlm-prompt'],
    ['the printer says already running', 'none'],
    ['two versions of the consent form', 'none'],
    ['two versions of credential management', 'multiple-versions'],
    ['the port service was stopped, all sorted now thanks', 'none'],
    ['the port service is still not working, it was fixed yesterday', 'auth-failure-400-645'],
    ['no .NET problem here, but localhost asks for a password', 'ntlm-prompt'],
    ['there is no .NET 4.8 on this PC', 'dotnet-48-missing'],
    ['the port service is running fine, NTLM box on Spine', 'ntlm-prompt'],
    ['the stock control app needs .NET Framework 4.8', 'none'],
    ['localhost:9123 asks for a password', 'none'],
    ['localhost:43487 asks for a password', 'ntlm-prompt'],
    ['lumbar spine report is missing', 'none'],
    ['radiology cannot log in to Spine', 'ambiguous'],
    ['reception 2: credential management has stopped', 'auth-failure-400-645'],
    ['cannot log in to my computer', 'none'],
    ['cannot log in to my computer with my smartcard', 'ambiguous'],
    ['code 400645. It was ok yesterday', 'auth-failure-400-645'],
    ['400645 again, the cards are all fine elsewhere', 'auth-failure-400-645'],
    ['it is not 400-645, it is ERR1000', 'oberthur-err1000'],
    ['cost code 400645 declined', 'none'],
    ['ERR 1,000 on the unlock page', 'oberthur-err1000'],
    ['.NET Framework 4.8 Missing, close this and try again', 'dotnet-48-missing'],
    ['the smartcard software lacks a Microsoft framework, how do I fix it', 'dotnet-48-missing'],
    ['credential manager popup: already running, but it is not running', 'multiple-versions'],
    ['nothing to do with the smartcard works', 'ambiguous'],
    ['spine access please', 'ambiguous'],
    ['my passcode goes in and I am back to the start', 'ambiguous'],
    ['browser sign in to localhost, my NHSmail password does nothing', 'ntlm-prompt'],
  ])('%s: %s', (text, wanted) => {
    expect(inOneWord(recognise(text))).toBe(wanted);
  });
});
