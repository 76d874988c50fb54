import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const script = fileURLToPath(new URL('../../../dev/recognise.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'recognise-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

function fileOf(...rows: string[]): string {
  const file = join(folder, `${rows.length}-${Math.abs(rows.join().length)}.jsonl`);
  writeFileSync(file, rows.join('\n'));
  return file;
}

describe('npm run recognise', () => {
  it('prints the table, the rates, the misses with their reasons, and the time', () => {
    const file = fileOf(
      '{"text":"400-645","expect":"auth-failure-400-645"}',
      '{"text":"ntlm popup","expect":"none"}',
      '',
      '{"text":"hello","expect":"none"}',
    );
    const { status, stdout, stderr } = run(file);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toContain('expected');
    expect(stdout).toContain('article right: 1 of 1 (100.0 %)');
    expect(stdout).toContain('unrelated answered with an article: 1 of 2 (50.0 %)');
    expect(stdout).toContain('line 2: "ntlm popup"');
    expect(stdout).toContain('none -> ntlm-prompt');
    expect(stdout).toContain('symptom "NTLM prompt"');
    expect(stdout).toMatch(/median \d+ microseconds, p99 \d+ microseconds/);
  });

  it('prints one JSON answer a line, and nothing else, with --json', () => {
    const file = fileOf(
      '{"text":"400-645"}',
      '{"text":"error 400_123","expect":"ambiguous"}',
      '{"text":"error 1000"}',
      '{"text":"hello"}',
      '{"text":"smartcard not working"}',
    );
    const { status, stdout } = run(file, '--json');
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((row) => JSON.parse(row));
    expect(status).toBe(0);
    expect(answers.slice(0, 4)).toEqual([
      {
        decision: 'article',
        articles: [{ id: 'auth-failure-400-645', confidence: 0.97 }],
        codes: [{ id: 'auth-failure-400-645', code: '400_645' }],
      },
      { decision: 'code', articles: [], codes: [{ id: 'other-auth-failure', code: '400_123' }] },
      {
        decision: 'choose',
        articles: [{ id: 'oberthur-err1000', confidence: 0.6 }],
        codes: [{ id: 'oberthur-err1000', code: 'ERR1000' }, { id: 'error-1000-log-in' }],
      },
      { decision: 'none', articles: [], codes: [] },
    ]);
    expect(answers[4].decision).toBe('choose');
    expect(answers[4].articles[0].id).toBe('auth-failure-400-645');
  });

  it('prints nothing for an empty file with --json', () => {
    expect(run(fileOf(''), '--json')).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('says so when an expected value is unknown', () => {
    const { status, stdout } = run(fileOf('{"text":"hello","expect":"teapot"}'));
    expect(status).toBe(0);
    expect(stdout).toContain('Unknown "expect" value "teapot"');
  });

  it.each([
    ['not JSON', ['{"text":"a","expect":"none"}', 'oops'], ':2: not JSON'],
    ['no text', ['{"expect":"none"}'], ':1: "text" is missing'],
    ['an array', ['[1]'], ':1: "text" is missing'],
    ['a text that is no string', ['{"text":1,"expect":"none"}'], ':1: "text" has to be a string'],
    ['an expect that is no string', ['{"text":"a","expect":3}'], ':1: "expect" has to be a string'],
    ['no expect', ['{"text":"a"}'], ':1: "expect" is missing'],
  ])('names the line that has %s', (_, rows, message) => {
    const { status, stdout, stderr } = run(fileOf(...rows));
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain(message);
  });

  it('says when there is no such file', () => {
    const { status, stderr } = run(join(folder, 'nowhere.jsonl'));
    expect(status).toBe(1);
    expect(stderr).toContain('nowhere.jsonl: there is no such file');
  });

  it('says how to call it when no file is named', () => {
    const { status, stderr } = run();
    expect(status).toBe(1);
    expect(stderr).toContain('npm run recognise -- FILE.jsonl');
  });
});
