import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { startNullConnector } from './bench/connector.ts';
import { type Figures, load, medianOf } from './bench/load.ts';

const turns = 1_500;
const warmUp = 300;
const inFlight = 32;
const rounds = 5;

async function start(
  file: string,
  env: Record<string, string>,
): Promise<{ url: string; process: ChildProcess }> {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const child = spawn(process.execPath, [path], {
    env: { PATH: process.env.PATH ?? '', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const entry = line.startsWith('{') ? (JSON.parse(line) as { msg?: string; port?: number }) : {};
    if (entry.msg !== 'ready') continue;
    child.stdout.resume();
    return { url: `http://127.0.0.1:${entry.port}`, process: child };
  }
  throw new Error(`${file} did not start`);
}

const connector = await startNullConnector();
const agent = new Agent({ keepAlive: true, maxSockets: inFlight });

function post(url: string, body: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const sent = request(
      `${url}/api/messages`,
      { method: 'POST', agent, headers: { 'content-type': 'application/json' } },
      async (response) => {
        const parts: Buffer[] = [];
        for await (const part of response) parts.push(part as Buffer);
        const text = Buffer.concat(parts).toString('utf8');
        if (response.statusCode === 200) resolve(text ? JSON.parse(text) : undefined);
        else reject(new Error(`${response.statusCode} ${text}`));
      },
    );
    sent.on('error', reject);
    sent.end(JSON.stringify(body));
  });
}

function activity(user: string, parts: object) {
  return {
    id: randomUUID(),
    channelId: 'msteams',
    serviceUrl: connector.serviceUrl,
    from: { id: `29:${user}`, aadObjectId: user, name: 'Ada Nurse' },
    recipient: { id: '28:bot', name: 'Smartcard support' },
    conversation: { id: `a:${user}`, conversationType: 'personal', tenantId: 'bench' },
    ...parts,
  };
}

const message = (url: string) => () =>
  post(
    url,
    activity(randomUUID(), { type: 'message', text: 'I get error 400_645 when I log in' }),
  ).then(() => {});

/** A press that moves a case by one step: who the person is, on a case opened before the clock runs. */
async function presses(url: string, count: number) {
  const users = Array.from({ length: count }, () => randomUUID());
  const press = (user: string, data: object) =>
    post(
      url,
      activity(user, {
        type: 'invoke',
        name: 'adaptiveCard/action',
        replyToId: 'm-1',
        value: { action: { data } },
      }),
    );
  const data = new Map<string, object>();
  await load(count, inFlight, async (index) => {
    const user = users[index] ?? '';
    const answer = JSON.stringify(await press(user, { verb: 'start', topic: 'ntlm-prompt' }));
    const [, id] = /"case":"(SC-[^"]+)"/.exec(answer) ?? [];
    data.set(user, { verb: 'role', role: 'staff', case: id, step: 1 });
  });
  return async (index: number) => {
    const user = users[index] ?? '';
    await press(user, data.get(user) ?? {});
  };
}

function line(name: string, { perSecond, p50, p99 }: Figures): string {
  return `${name.padEnd(34)}${perSecond.toFixed(0).padStart(8)}${p50.toFixed(1).padStart(10)}${p99.toFixed(1).padStart(10)}`;
}

const dataDir = await mkdtemp(join(tmpdir(), 'bench-'));
const echo = await start('./bench/echo-bot.ts', {});
const bot = await start('../src/index.ts', { DATA_DIR: dataDir });
try {
  await load(warmUp, inFlight, message(echo.url));
  await load(warmUp, inFlight, message(bot.url));
  const results = { echo: [] as Figures[], bot: [] as Figures[], press: [] as Figures[] };
  for (let round = 0; round < rounds; round += 1) {
    results.echo.push(await load(turns, inFlight, message(echo.url)));
    const before = connector.taken();
    results.bot.push(await load(turns, inFlight, message(bot.url)));
    if (connector.taken() - before < turns) throw new Error('A reply is missing.');
    results.press.push(await load(turns, inFlight, await presses(bot.url, turns)));
  }
  const [echoed, answered, pressed] = [
    medianOf(results.echo),
    medianOf(results.bot),
    medianOf(results.press),
  ];
  console.log(
    `Node ${process.version}, ${cpus().length} cores, ${inFlight} in flight, ${turns} turns a run, medians of ${rounds} runs in turn\n`,
  );
  console.log(
    `${''.padEnd(34)}${'turns/s'.padStart(8)}${'p50 ms'.padStart(10)}${'p99 ms'.padStart(10)}`,
  );
  console.log(line('echo, Teams AI, state in memory', echoed));
  console.log(line('bot, message opens a case', answered));
  console.log(line('bot, press moves a case', pressed));
  console.log(
    `\nmessage turns against the echo: ${(answered.perSecond / echoed.perSecond).toFixed(2)}`,
  );
} finally {
  for (const { process: child } of [echo, bot]) {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  connector.close();
  agent.destroy();
  await rm(dataDir, { recursive: true, force: true });
}
