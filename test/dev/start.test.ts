import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readPostmaster } from '../../src/store/embedded-postmaster.ts';
import { freePort } from '../support/free-port.ts';

const script = fileURLToPath(new URL('../../dev/start.ts', import.meta.url));

let dataDir: string;
let ports: { PORT: string; PLAYGROUND_PORT: string; FLEET_SIMULATOR_PORT: string };
let child: ChildProcess | undefined;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'npm start '));
  ports = {
    PORT: String(await freePort()),
    PLAYGROUND_PORT: String(await freePort()),
    FLEET_SIMULATOR_PORT: String(await freePort()),
  };
});

afterEach(async () => {
  if (child?.exitCode === null && child.signalCode === null) {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  await rm(dataDir, { recursive: true, force: true });
});

function npmStart(env: Record<string, string> = {}) {
  const started = spawn(process.execPath, [script], {
    env: { PATH: process.env.PATH, DATA_DIR: dataDir, ...ports, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child = started;
  let output = '';
  for (const stream of [started.stdout, started.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  return {
    output: () => output,
    exitCode: once(started, 'close').then(([code]) => code),
    signal: (name: NodeJS.Signals) => started.kill(name),
    says: (text: string) =>
      vi.waitFor(() => expect(output).toContain(text), { timeout: 25_000, interval: 50 }),
  };
}

test('names one address and what to type there, and Ctrl-C ends everything', async () => {
  const started = npmStart();
  await started.says('Type: I get error 400_645');
  const address = `http://127.0.0.1:${ports.PLAYGROUND_PORT}`;
  expect(started.output()).toContain(`Open ${address} `);
  expect((await fetch(address)).status).toBe(200);

  started.signal('SIGINT');
  await started.says('Stopping.');
  started.signal('SIGINT');

  expect(await started.exitCode).toBe(0);
  await expect(fetch(address)).rejects.toThrow();
  expect(await readPostmaster(join(dataDir, 'postgres', 'data'))).toBeUndefined();
});

test('says which port is taken and how to choose another', async () => {
  const other = createServer().listen(Number(ports.PORT), '127.0.0.1');
  await once(other, 'listening');

  const started = npmStart();

  expect(await started.exitCode).toBe(1);
  expect(started.output()).toContain(`Port ${ports.PORT} for the bot is taken`);
  expect(started.output()).toContain(`PORT=${Number(ports.PORT) + 1} npm start`);
  other.close();
});

test('ends with the reason when the bot cannot start, and leaves nothing running', async () => {
  const started = npmStart({ DATABASE_URL: 'not an address' });

  expect(await started.exitCode).toBe(1);
  expect(started.output()).toContain('DATABASE_URL must start with postgres://');
  expect(started.output()).toContain('The bot ended with exit code 1 before it was ready.');
  await expect(fetch(`http://127.0.0.1:${ports.PLAYGROUND_PORT}`)).rejects.toThrow();
});
