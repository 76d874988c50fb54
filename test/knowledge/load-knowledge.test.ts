import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { KnowledgeError } from '../../src/knowledge/knowledge-error.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import type { Problem } from '../../src/knowledge/problem.ts';
import { type Content, goodArticle, goodEntry, loadContent } from './good-content.ts';
import { realContent } from './real-content.ts';

const good = (): Content => ({
  articles: { 'stuck-door.yaml': goodArticle() },
  entries: [goodEntry()],
});

function problemsOf(content: Content): readonly Problem[] {
  try {
    loadContent(content);
  } catch (error) {
    if (error instanceof KnowledgeError) return error.problems;
    throw error;
  }
  throw new Error('nothing was wrong');
}

describe('the knowledge that ships with the bot', () => {
  // The clock is meant here: on the day a review date passes, this test has to fail.
  const today = new Date().toISOString().slice(0, 10);
  const knowledge = loadKnowledge({ ...realContent, today });

  it('loads without a problem, and no page is due for review', () => {
    expect(knowledge.warnings).toEqual([]);
  });

  it('has all five articles of the NHS page', () => {
    expect(knowledge.articles.map(({ id }) => id)).toEqual([
      'auth-failure-400-645',
      'dotnet-48-missing',
      'multiple-versions',
      'ntlm-prompt',
      'oberthur-err1000',
    ]);
  });

  it('has one topic for every article and every code entry', () => {
    expect(knowledge.topics.size).toBe(knowledge.articles.length + knowledge.codes.length);
    expect(knowledge.topics.get('ntlm-prompt')?.flow.start).toBe('which-site');
    expect(knowledge.topics.get('err1002')?.flow.start).toBe('try-this');
  });

  it('never takes Error 1000 at log in for ERR1000 in self-service', () => {
    const oberthur = knowledge.articles.find(({ id }) => id === 'oberthur-err1000');
    expect(oberthur?.codes).toEqual(['ERR1000']);
    expect(knowledge.topics.get('error-1000-log-in')?.codes).toEqual(['1000']);
  });

  it('still starts years later, with a warning for each stale page', () => {
    const later = loadKnowledge({ ...realContent, today: '2031-01-01' });
    expect(later.warnings).toHaveLength(knowledge.topics.size);
    expect(new Set(later.warnings.map(({ severity }) => severity))).toEqual(new Set(['warning']));
  });
});

describe('loading knowledge files', () => {
  it('accepts good content', () => {
    expect(loadContent(good()).topics.size).toBe(2);
  });

  it('says where YAML is broken', () => {
    const problems = problemsOf({
      ...good(),
      articles: { 'stuck-door.yaml': 'id: a\ntitle: "b\n' },
    });
    expect(problems[0]).toMatchObject({ wrong: expect.stringContaining('not YAML') });
    expect(problems[0]?.file).toBe('articles/stuck-door.yaml');
    expect(problems[0]?.line).toBeGreaterThan(1);
  });

  it('says which key stands there twice, on which line', () => {
    const text = `title: again\n${stringify(goodArticle())}`;
    const [problem] = problemsOf({ ...good(), articles: { 'stuck-door.yaml': text } });
    expect(problem).toMatchObject({ line: 3, fix: 'keep one of the two keys' });
  });

  it.each([
    ['a list', '- a\n- b\n'],
    ['a sentence', 'hello\n'],
    ['nothing', ''],
  ])('does not take %s for an article', (_what, text) => {
    const [problem] = problemsOf({ ...good(), articles: { 'stuck-door.yaml': text } });
    expect(problem).toMatchObject({ place: '', line: 1, wrong: expect.stringContaining('object') });
  });

  it('does not take an article for the list of codes', () => {
    const [problem] = problemsOf({ ...good(), entries: goodArticle() });
    expect(problem).toMatchObject({ file: 'codes.yaml', wrong: expect.stringContaining('array') });
  });

  it('says which key is missing, and where it belongs', () => {
    const { title: _, ...untitled } = goodArticle();
    const [problem] = problemsOf({ ...good(), articles: { 'stuck-door.yaml': untitled } });
    expect(problem).toMatchObject({
      place: 'title',
      fix: 'write it as src/knowledge/article-schema.ts describes it',
    });
  });

  it('says which key nobody knows', () => {
    const odd = { ...goodArticle(), colour: 'blue' };
    const [problem] = problemsOf({ ...good(), articles: { 'stuck-door.yaml': odd } });
    expect(problem?.wrong).toContain('colour');
    expect(problem?.fix).toContain('take it out');
  });

  it('points at the line of a value deep inside', () => {
    const article = goodArticle();
    const text = stringify(article).replace('check: hinge-oil', 'check: Hinge Oil');
    const line = text.split('\n').findIndex((row) => row.includes('Hinge Oil')) + 1;
    const [problem] = problemsOf({ ...good(), articles: { 'stuck-door.yaml': text } });
    expect(problem).toMatchObject({ place: 'flow.nodes.hinge.check', line });
  });

  it('reports every problem of every file in one readable error', () => {
    const { title: _, ...untitled } = goodArticle();
    const content = {
      articles: { 'stuck-door.yaml': untitled, 'other.yaml': ': [' },
      entries: [{ ...goodEntry(), article: 'no-such-article' }],
    };
    expect(() => loadContent(content)).toThrow(/^\d problems in the knowledge files\n\n/);
    const message = problemsOf(content).map(({ file }) => file.replace(/^.*\//, ''));
    expect(new Set(message)).toEqual(new Set(['stuck-door.yaml', 'other.yaml', 'codes.yaml']));
  });

  it('says which folder cannot be read, and keeps the cause', () => {
    const files = { articlesDir: '/no/such/folder', codesFile: '/no/codes.yaml' };
    const load = (): unknown => loadKnowledge({ ...files, today: '2026-11-22' });
    expect(load).toThrow(/folder\/ line 1\n {2}wrong: it cannot be read: ENOENT/);
    expect(load).toThrow(expect.objectContaining({ cause: expect.any(Error) }));
  });

  it('does not start without articles', () => {
    expect(() => loadContent({ articles: {}, entries: [] })).toThrow(/there are no articles in it/);
  });

  it('says when the codes file is not there', () => {
    const files = { ...realContent, codesFile: '/no/codes.yaml' };
    expect(() => loadKnowledge({ ...files, today: '2026-11-22' })).toThrow(
      /codes\.yaml line 1\n {2}wrong: it cannot be read/,
    );
  });
});
