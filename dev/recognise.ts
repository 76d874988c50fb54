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
  expect: string;
  recognition: Recognition;
  predicted: string;
}

/** The file cannot be used; the message says where and why. */
class BadFile extends Error {}

function main(args: readonly string[]): string {
  const json = args.includes('--json');
  const [file, ...more] = args.filter((arg) => arg !== '--json');
  if (file === undefined || more.length > 0) {
    throw new BadFile('Name one file: npm run recognise -- FILE.jsonl [--json]');
  }
  const lines = readLines(file);
  const knowledge = readKnowledge();
  const recognise = createRecogniser(knowledge);
  if (json) {
    return lines.map(({ text }) => JSON.stringify(asJson(recognise(text), knowledge))).join('\n');
  }
  const answered = lines.map(({ number, text, expect }): Answered => {
    if (expect === undefined) {
      throw new BadFile(`${file}:${number}: "expect" is missing; only --json does without it`);
    }
    const recognition = recognise(text);
    return { number, text, expect, recognition, predicted: predict(recognition) };
  });
  if (answered.length === 0) return 'No messages.';
  return `${report(answered, knowledge)}\n\n${timing(recognise, lines)}`;
}

function readKnowledge(): Knowledge {
  const folder = new URL('../src/knowledge/', import.meta.url);
  return loadKnowledge({
    articlesDir: new URL('articles/', folder),
    codesFile: new URL('codes.yaml', folder),
    today: new Date().toISOString().slice(0, 10),
  });
}

function readLines(file: string): Line[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    throw new BadFile(`${file}: ${missing ? 'there is no such file' : `cannot be read: ${cause}`}`);
  }
  const rows = text.replace(/^\ufeff/, '').split(/\r?\n/);
  return rows.flatMap((row, index) =>
    row.trim() === '' ? [] : [readLine(row, index + 1, `${file}:${index + 1}`)],
  );
}

function readLine(row: string, number: number, place: string): Line {
  let value: unknown;
  try {
    value = JSON.parse(row);
  } catch {
    throw new BadFile(`${place}: not JSON; each line is one {"text": "...", "expect": "..."}`);
  }
  if (typeof value !== 'object' || value === null || !('text' in value)) {
    throw new BadFile(`${place}: "text" is missing`);
  }
  const { text } = value;
  const expect = 'expect' in value ? value.expect : undefined;
  if (typeof text !== 'string') throw new BadFile(`${place}: "text" has to be a string`);
  if (expect !== undefined && typeof expect !== 'string') {
    throw new BadFile(`${place}: "expect" has to be a string`);
  }
  return { number, text, expect };
}

function predict({ decision, candidates }: Recognition): string {
  if (decision === 'choose') return 'ambiguous';
  return candidates[0]?.id ?? 'none';
}

/** Articles and code entries apart, so a program that reads this needs to know nothing of our ids. */
function asJson(
  { decision, candidates, codes }: Recognition,
  { articles, codes: entries }: Knowledge,
) {
  const owns = (code: string) => (topic: { codes: readonly string[] }) =>
    topic.codes.includes(code);
  const ownerOf = (code: string): string | undefined => {
    const wildcard = code.replace(/\d{3}$/, '*');
    return [...articles, ...entries].find((one) => owns(code)(one) || owns(wildcard)(one))?.id;
  };
  const isArticle = (id: string): boolean => articles.some((article) => article.id === id);
  const read = codes.map((code) => ({ id: ownerOf(code), code }));
  const shown = candidates.filter(({ id }) => !isArticle(id) && !read.some((one) => one.id === id));
  return {
    decision,
    articles: candidates
      .filter(({ id }) => isArticle(id))
      .map(({ id, confidence }) => ({ id, confidence: Number(confidence.toFixed(3)) })),
    codes: [...read, ...shown.map(({ id }) => ({ id }))],
  };
}

function report(answered: readonly Answered[], knowledge: Knowledge): string {
  const known = new Set([...knowledge.topics.keys(), 'ambiguous', 'none']);
  const unknown = new Set(answered.map(({ expect }) => expect).filter((id) => !known.has(id)));
  const misses = answered.filter((one) => !isRight(one));
  return [
    ...[...unknown].map((id) => `Unknown "expect" value "${id}": its lines count as misses.`),
    confusion(answered),
    rates(answered, knowledge),
    misses.length === 0
      ? 'No misses.'
      : `${misses.length === 1 ? '1 miss' : `${misses.length} misses`}:`,
    ...misses.map(explain),
  ].join('\n\n');
}

function isRight({ expect, predicted }: Answered): boolean {
  return expect === predicted;
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
  const rows = [...new Set(answered.map(({ expect }) => expect))].sort();
  const columns = [...new Set(answered.map(({ predicted }) => predicted))].sort();
  const width = Math.max(...rows.map((row) => row.length), 'expected'.length);
  const line = (head: string, cells: readonly (string | number)[]): string =>
    `${head.padEnd(width)} ${cells.map((cell) => String(cell).slice(0, 12).padStart(13)).join('')}`;
  const count = (row: string, column: string): number =>
    answered.filter(({ expect, predicted }) => expect === row && predicted === column).length;
  const body = rows.map((row) =>
    line(
      row,
      columns.map((column) => count(row, column) || '.'),
    ),
  );
  return [line('expected', columns), ...body].join('\n');
}

function rates(answered: readonly Answered[], { articles, codes }: Knowledge): string {
  const isArticle = (id: string): boolean => articles.some((article) => article.id === id);
  const isEntry = (id: string): boolean => codes.some((entry) => entry.id === id);
  const rate = (
    name: string,
    among: readonly Answered[],
    hit: (one: Answered) => boolean,
  ): string => {
    if (among.length === 0) return `${name}: none in the file`;
    const hits = among.filter(hit).length;
    return `${name}: ${hits} of ${among.length} (${((100 * hits) / among.length).toFixed(1)} %)`;
  };
  const unrelated = answered.filter(({ expect }) => expect === 'none');
  return [
    rate(
      'article right',
      answered.filter(({ expect }) => isArticle(expect)),
      isRight,
    ),
    rate(
      'code entry right',
      answered.filter(({ expect }) => isEntry(expect)),
      isRight,
    ),
    rate(
      'ambiguous asked',
      answered.filter(({ expect }) => expect === 'ambiguous'),
      isRight,
    ),
    rate('unrelated left alone', unrelated, isRight),
    rate('unrelated answered with an article', unrelated, ({ predicted }) => isArticle(predicted)),
    rate('all', answered, isRight),
  ].join('\n');
}

const fewestTimed = 4000;

/** Time for one message, once the engine is warm. */
function timing(recognise: Recognise, lines: readonly Line[]): string {
  const rounds = Array.from({ length: Math.ceil(fewestTimed / lines.length) }, () => lines).flat();
  for (const { text } of rounds) recognise(text);
  const times = rounds.map(({ text }) => {
    const start = performance.now();
    recognise(text);
    return (performance.now() - start) * 1000;
  });
  times.sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.floor(times.length * share)] ?? 0).toFixed(0);
  return `Time for one message: median ${at(0.5)} microseconds, p99 ${at(0.99)} microseconds`;
}

try {
  const output = main(process.argv.slice(2));
  if (output !== '') console.log(output);
} catch (error) {
  if (!(error instanceof BadFile)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
