import { readFileSync } from 'node:fs';

export interface CorpusLine {
  text: string;
  expect: string;
}

export function readCorpus(name: string): CorpusLine[] {
  const file = new URL(`../../corpus/${name}.jsonl`, import.meta.url);
  const rows = readFileSync(file, 'utf8').trim().split('\n');
  return rows.map((row): CorpusLine => {
    const { text, expect }: Record<string, unknown> = JSON.parse(row);
    return { text: String(text), expect: String(expect) };
  });
}
