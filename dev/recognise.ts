import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import type { Knowledge } from '../src/knowledge/knowledge.ts';
import { loadKnowledge } from '../src/knowledge/load-knowledge.ts';
import { createRecogniser } from '../src/knowledge/recogniser/create-recogniser.ts';
import type { Recognise, Recognition } from '../src/knowledge/recogniser/recognition.ts';

/** Runs the recogniser over a file of `{"text", "expect"}` lines: `npm run recognise -- FILE.jsonl [--json]`. */

interface Line {
  number: number;
  text: string;
  expect: string | undefined;
}

interface Answered extends Line {
  recognition: Recognition;
  predicted: string;
}

function main(args: readonly string[]): void {
  const json = args.includes('--json');
  const [file, ...more] = args.filter((arg) => arg !== '--json');
  if (file === undefined || more.length > 0) {
    return fail('Name one file: npm run recognise -- FILE.jsonl [--json]');
  }
  const lines = readLines(file);
  if (lines === undefined) return;
  const source = new URL('../src/knowledge/', import.meta.url);
  const knowledge = loadKnowledge({
    articlesDir: new URL('articles/', source),
    codesFile: new URL('codes.yaml', source),
    today: new Date().toISOString().slice(0, 10),
  });
  const recognise = createRecogniser(knowledge);
  if (json) {
    const printed = lines.map(({ text }) => JSON.stringify(asJson(recognise(text), knowledge)));
    if (printed.length > 0) console.log(printed.join('\n'));
    return;
  }
  const missing = lines.find(({ expect }) => expect === undefined);
  if (missing !== undefined) {
    return fail(`${file}:${missing.number}: "expect" is missing. Only --json does without it.`);
  }
  const answered = lines.map((line): Answered => {
    const recognition = recognise(line.text);
    return { ...line, recognition, predicted: predict(recognition) };
  });
  console.log(report(answered, knowledge));
  console.log(timing(recognise, lines));
}

/** One line of `--json`: articles and codes apart, so a program need not know our ids. */
function asJson({ decision, candidates, codes }: Recognition, knowledge: Knowledge) {
  const isArticle = (id: string): boolean =>
    knowledge.articles.some((article) => article.id === id);
  const entries = candidates.filter(({ id }) => !isArticle(id));
  const owners = (code: string): string | undefined =>
    [...knowledge.articles, ...knowledge.codes].find(({ codes: own }) => own.includes(code))?.id ??
    knowledge.codes.find(({ codes: own }) => own.includes(`${code.slice(0, 4)}*`))?.id;
  const known = codes.map((code) => ({ id: owners(code), code }));
  return {
    decision,
    articles: candidates
      .filter(({ id }) => isArticle(id))
      .map(({ id, confidence }) => ({ id, confidence: Number(confidence.toFixed(3)) })),
    codes: [
      ...known,
      ...entries.filter(({ id }) => !known.some((one) => one.id === id)).map(({ id }) => ({ id })),
    ],
  };
}

function predict({ decision, candidates }: Recognition): string {
  if (decision === 'none') return 'none';
  return decision === 'choose' ? 'ambiguous' : (candidates[0]?.id ?? 'none');
}

function readLines(file: string): Line[] | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    fail(`${file}: ${reason ? 'there is no such file' : `cannot be read (${String(cause)})`}`);
    return undefined;
  }
  const lines: Line[] = [];
  for (const [index, row] of text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    if (row.trim() === '') continue;
    const line = readLine(row, index + 1);
    if (typeof line === 'string') {
      fail(`${file}:${index + 1}: ${line}`);
      return undefined;
    }
    lines.push(line);
  }
  return lines;
}

/** A line, or what is wrong with it. */
function readLine(row: string, number: number): Line | string {
  let value: unknown;
  try {
    value = JSON.parse(row);
  } catch {
    return 'not JSON. Each line is one {"text": "...", "expect": "..."}';
  }
  if (typeof value !== 'object' || value === null || !('text' in value)) return '"text" is missing';
  if (typeof value.text !== 'string') return '"text" has to be a string';
  const expect = 'expect' in value ? value.expect : undefined;
  if (expect !== undefined && typeof expect !== 'string') return '"expect" has to be a string';
  return { number, text: value.text, expect };
}

function report(answered: readonly Answered[], knowledge: Knowledge): string {
  const known = new Set([...knowledge.topics.keys(), 'ambiguous', 'none']);
  const strange = [...new Set(answered.map(({ expect = '' }) => expect))].filter(
    (id) => !known.has(id),
  );
  const misses = answered.filter(({ expect, predicted }) => expect !== predicted);
  return [
    ...strange.map((id) => `Unknown "expect" value: "${id}". It counts as a miss.`),
    confusion(answered),
    rates(answered, knowledge),
    misses.length === 0 ? 'No misses.' : `${misses.length} misses:`,
    ...misses.map(explain),
  ].join('\n\n');
}

function explain({ number, text, expect, predicted, recognition }: Answered): string {
  const shown = text.length > 160 ? `${text.slice(0, 160)}...` : text;
  const why = recognition.candidates.map(
    ({ id, confidence, because }) => `    ${id} ${confidence.toFixed(2)}: ${because.join('; ')}`,
  );
  return [
    `  line ${number}: ${JSON.stringify(shown)}`,
    `    ${expect} -> ${predicted}`,
    ...why,
  ].join('\n');
}

/** Rows are what was expected, columns what was answered. */
function confusion(answered: readonly Answered[]): string {
  const rows = [...new Set(answered.map(({ expect = '' }) => expect))].sort();
  const columns = [...new Set(answered.map(({ predicted }) => predicted))].sort();
  const width = Math.max(...rows.map((row) => row.length), 8);
  const line = (head: string, cells: readonly (string | number)[]) =>
    `${head.padEnd(width)} ${cells.map((cell) => String(cell).slice(0, 12).padStart(13)).join('')}`;
  const count = (row: string, column: string): number =>
    answered.filter(({ expect, predicted }) => expect === row && predicted === column).length;
  return [
    line('expected', columns),
    ...rows.map((row) =>
      line(
        row,
        columns.map((column) => count(row, column) || '.'),
      ),
    ),
  ].join('\n');
}

function rates(answered: readonly Answered[], knowledge: Knowledge): string {
  const articles = new Set(knowledge.articles.map(({ id }) => id));
  const entries = new Set(knowledge.codes.map(({ id }) => id));
  const rate = (
    name: string,
    among: readonly Answered[],
    hit: (one: Answered) => boolean,
  ): string => {
    if (among.length === 0) return `${name}: none in the file`;
    const hits = among.filter(hit).length;
    return `${name}: ${hits} of ${among.length} (${((100 * hits) / among.length).toFixed(1)} %)`;
  };
  const expecting = (test: (expect: string) => boolean) =>
    answered.filter(({ expect = '' }) => test(expect));
  const right = ({ expect, predicted }: Answered): boolean => expect === predicted;
  return [
    rate(
      'article right',
      expecting((expect) => articles.has(expect)),
      right,
    ),
    rate(
      'code entry right',
      expecting((expect) => entries.has(expect)),
      right,
    ),
    rate(
      'ambiguous asked',
      expecting((expect) => expect === 'ambiguous'),
      right,
    ),
    rate(
      'unrelated left alone',
      expecting((expect) => expect === 'none'),
      right,
    ),
    rate(
      'unrelated answered with an article',
      expecting((expect) => expect === 'none'),
      ({ predicted }) => articles.has(predicted),
    ),
    rate('all', answered, right),
  ].join('\n');
}

/** Time for one message once the engine is warm, over at least a few thousand messages. */
function timing(recognise: Recognise, lines: readonly Line[]): string {
  if (lines.length === 0) return 'No messages.';
  const rounds = Math.ceil(4000 / lines.length);
  for (let round = 0; round < rounds; round++) for (const { text } of lines) recognise(text);
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const { text } of lines) {
      const start = performance.now();
      recognise(text);
      times.push((performance.now() - start) * 1000);
    }
  }
  times.sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.floor(times.length * share)] ?? 0).toFixed(0);
  return `\nTime for one message: median ${at(0.5)} microseconds, p99 ${at(0.99)} microseconds`;
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

main(process.argv.slice(2));
