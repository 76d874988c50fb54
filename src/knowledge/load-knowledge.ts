import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { Article } from './article-schema.ts';
import { CodeEntry } from './code-schema.ts';
import type { Knowledge } from './knowledge.ts';
import { KnowledgeError } from './knowledge-error.ts';
import { type Place, type Problem, placeText } from './problem.ts';
import { readShape } from './read-shape.ts';
import { allRules } from './rules/all-rules.ts';
import { topicFromArticle } from './topic-from-article.ts';
import { topicFromCode } from './topic-from-code.ts';

export interface KnowledgeFiles {
  /** Folder with one YAML file per article. */
  articlesDir: URL | string;
  /** YAML file with the list of code entries. */
  codesFile: URL | string;
  /** `YYYY-MM-DD`, for review dates. */
  today: string;
}

/** What was loaded, with what does not stop a bot but has to be put right: review dates in the past. */
export interface LoadedKnowledge extends Knowledge {
  warnings: readonly Problem[];
}

/**
 * Reads and checks all knowledge files. Throws one `KnowledgeError` with every problem in every file.
 *
 * @example
 * loadKnowledge({
 *   articlesDir: new URL('./articles/', import.meta.url),
 *   codesFile: new URL('./codes.yaml', import.meta.url),
 *   today: '2026-11-22',
 * });
 */
export function loadKnowledge({ articlesDir, codesFile, today }: KnowledgeFiles): LoadedKnowledge {
  const folder = pathOf(articlesDir);
  const names = readOrReport(`${basename(folder)}/`, () => readdirSync(folder))
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  const articleFiles = names.map((name) => {
    const file = `${basename(folder)}/${name}`;
    const text = readOrReport(file, () => readFileSync(join(folder, name), 'utf8'));
    return { file, ...readShape(file, text, Article, 'src/knowledge/article-schema.ts') };
  });

  const codesPath = pathOf(codesFile);
  const codesName = basename(codesPath);
  const codesText = readOrReport(codesName, () => readFileSync(codesPath, 'utf8'));
  const shape = z.array(CodeEntry);
  const codes = readShape(codesName, codesText, shape, 'src/knowledge/code-schema.ts');

  const articles = articleFiles.flatMap(({ file, value }) =>
    value === undefined ? [] : [{ file, article: value }],
  );
  const entries = codes.value ?? [];
  const lines = new Map([
    ...articleFiles.map(({ file, yaml }) => [file, yaml.lineOf] as const),
    [codesName, codes.yaml.lineOf] as const,
  ]);
  const articleIds = new Set(names.map((name) => name.replace(/\.yaml$/, '')));
  const library = { articles, codes: { file: codesName, entries }, articleIds, today };
  const found = allRules.flatMap((rule) =>
    rule(library).map(({ file, place, wrong, fix, severity = 'error' }): Problem => {
      const line = lines.get(file)?.(place) ?? 1;
      return { severity, file, place: placeText(named(place, entries)), line, wrong, fix };
    }),
  );

  const problems = [...articleFiles.flatMap((file) => file.problems), ...codes.problems, ...found];
  if (names.length === 0) problems.push(noArticles(basename(folder)));
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new KnowledgeError(problems);

  const topics = new Map([
    ...articles.map(({ article }) => [article.id, topicFromArticle(article)] as const),
    ...entries.map((entry) => [entry.id, topicFromCode(entry)] as const),
  ]);
  return {
    articles: articles.map(({ article }) => article),
    codes: entries,
    topics,
    warnings: problems,
  };
}

/** The fifth entry of the list reads better under its id: `err1002.steps.it[0]`. */
function named(place: Place, entries: readonly CodeEntry[]): Place {
  const [first, ...rest] = place;
  return typeof first === 'number' ? [entries[first]?.id ?? first, ...rest] : place;
}

function pathOf(place: URL | string): string {
  return place instanceof URL ? fileURLToPath(place) : place;
}

function readOrReport<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const problem: Problem = {
      severity: 'error',
      file,
      place: '',
      line: 1,
      wrong: `it cannot be read: ${reason}`,
      fix: 'check that it is there and that the bot may read it',
    };
    throw new KnowledgeError([problem], { cause });
  }
}

function noArticles(folder: string): Problem {
  return {
    severity: 'error',
    file: `${folder}/`,
    place: '',
    line: 1,
    wrong: 'there are no articles in it',
    fix: 'point articlesDir at the folder that holds the .yaml files',
  };
}
