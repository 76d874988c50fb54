import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { readPostmaster } from '../../src/store/embedded-postmaster.ts';
import { type EmbeddedServer, startEmbeddedServer } from '../../src/store/embedded-server.ts';
import { EmbeddedServerError } from '../../src/store/embedded-server-error.ts';
import { spawnDatabase } from '../support/spawn-database.ts';

let madeBefore: string;
let parent: string;
let dataDir: string;
let servers: EmbeddedServer[];

beforeAll(async () => {
  madeBefore = await mkdtemp(join(tmpdir(), 'embedded-server-'));
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  const server = await startEmbeddedServer({ dataDir: madeBefore, log });
  await server.stop();
});

afterAll(() => rm(madeBefore, { recursive: true, force: true }));

beforeEach(async () => {
  // Only its owner may enter a folder made this way, as with a clone in somebody's home.
  parent = await mkdtemp(join(tmpdir(), 'embedded server '));
  dataDir = join(parent, 'data dir');
  servers = [];
});

afterEach(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await rm(parent, { recursive: true, force: true });
});

async function start(): Promise<EmbeddedServer> {
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  const server = await startEmbeddedServer({ dataDir, log });
  servers.push(server);
  return server;
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Most tests are about a later start. Copying a database is faster than making one, and `cp` is four times as fast as Node. */
const copyDatabase = () => promisify(execFile)('cp', ['-a', madeBefore, dataDir]);

const postmaster = () => readPostmaster(join(dataDir, 'postgres', 'data'));
const pidOf = async () => (await postmaster())?.pid ?? 0;

describe('a first start', () => {
  it('makes a database that only this machine can reach and that keeps what it confirms', async () => {
    const { connectionString } = await start();

    const settings = await query(
      connectionString,
      `select current_setting('listen_addresses') as listens, current_setting('fsync') as fsync,
        current_setting('unix_socket_directories') as sockets, current_setting('server_encoding') as encoding,
        current_setting('timezone') as timezone, lower('ÉÄ') as lowered`,
    );
    expect(settings).toEqual([
      {
        listens: '127.0.0.1',
        fsync: 'on',
        sockets: '',
        encoding: 'UTF8',
        timezone: 'UTC',
        lowered: 'éä',
      },
    ]);
  });

  it('keeps the password where only the owner can read it, and asks for it', async () => {
    const { connectionString } = await start();
    const url = new URL(connectionString);
    url.password = 'guess';

    const { mode } = await stat(join(dataDir, 'postgres', 'password'));
    expect(mode & 0o777).toBe(0o600);
    await expect(query(url.href, 'select 1')).rejects.toThrow('password authentication failed');
  });

  it('gives two bots that start at once the same server', async () => {
    const [one, two] = await Promise.all([start(), start()]);

    expect(one.connectionString).toBe(two.connectionString);
  });
});

describe('a clean stop', () => {
  beforeEach(copyDatabase);

  it('ends the server, and the next start has the data on the same address', async () => {
    const first = await start();
    await query(first.connectionString, 'create table kept as select 42 as answer');
    await first.stop();
    expect(await postmaster()).toBeUndefined();

    const second = await start();

    expect(second.connectionString).toBe(first.connectionString);
    expect(await query(second.connectionString, 'select * from kept')).toEqual([{ answer: 42 }]);
  });

  it('leaves the server to a bot that still uses it, and the last bot ends it', async () => {
    const one = await start();
    const two = await start();

    await one.stop();
    expect(await query(two.connectionString, 'select 1 as one')).toEqual([{ one: 1 }]);

    await two.stop();
    expect(await postmaster()).toBeUndefined();
  });

  it('ends the server when all bots stop at once', async () => {
    const bots = await Promise.all([start(), start(), start()]);

    await Promise.all(bots.map((bot) => bot.stop()));

    expect(await postmaster()).toBeUndefined();
  });

  it('gives a bot that starts meanwhile a server that stays', async () => {
    const one = await start();

    const [two] = await Promise.all([start(), one.stop()]);

    expect(await query(two.connectionString, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});

describe('after a crash', () => {
  beforeEach(copyDatabase);

  it('joins the server that a killed bot left, and can stop it', async () => {
    const bot = await spawnDatabase(dataDir);
    const pid = await pidOf();
    await bot.kill();

    const next = await start();

    expect(next.connectionString).toBe(bot.url);
    expect(await pidOf()).toBe(pid);
    await next.stop();
    expect(await postmaster()).toBeUndefined();
  });

  it('is not reached by Ctrl-C, so that the bot can finish its work', async () => {
    const bot = await spawnDatabase(dataDir);
    const pid = await pidOf();
    process.kill(-bot.pid, 'SIGINT');
    await bot.end();

    const next = await start();

    expect(await pidOf()).toBe(pid);
    expect(await query(next.connectionString, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('starts a killed server again under the bots that use it, with all it had confirmed', async () => {
    const { connectionString } = await start();
    await query(connectionString, 'create table kept as select 42 as answer');

    process.kill(await pidOf(), 'SIGKILL');

    await vi.waitFor(
      async () => {
        expect(await query(connectionString, 'select * from kept')).toEqual([{ answer: 42 }]);
      },
      { timeout: 20_000 },
    );
  });

  it('is not fooled by a process number that another program has now', async () => {
    const first = await start();
    const pidFile = join(dataDir, 'postgres', 'data', 'postmaster.pid');
    const text = await readFile(pidFile, 'utf8');
    await first.stop();
    await writeFile(pidFile, text.replace(/^\d+/, String(process.ppid)));

    const second = await start();

    expect(await query(second.connectionString, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});

describe('a start that cannot work', () => {
  it('says which folder is no folder and what to set', async () => {
    await writeFile(dataDir, 'a file');

    const starting = start();

    await expect(starting).rejects.toThrow(EmbeddedServerError);
    await expect(starting).rejects.toThrow(/data dir \(DATA_DIR\).+\n.*Set DATA_DIR to a folder/s);
  });

  it('passes on what PostgreSQL says about files of another version', async () => {
    await copyDatabase();
    await writeFile(join(dataDir, 'postgres', 'data', 'PG_VERSION'), '9.6\n');

    await expect(start()).rejects.toThrow(/not compatible.+Another version of PostgreSQL/s);
  });

  it('leaves a folder alone that is not a database', async () => {
    await copyDatabase();
    await rm(join(dataDir, 'postgres', 'data', 'PG_VERSION'));

    await expect(start()).rejects.toThrow(/holds no database\.\nMove it away/);
  });
});
