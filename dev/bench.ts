import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startNullConnector } from './bench/connector.ts';
import { createClient } from './bench/create-client.ts';
import { header, line } from './bench/figures-table.ts';
import { type Figures, load, medianOf } from './bench/load.ts';
import { startProcess } from './bench/start-process.ts';

const turns = 1_500;
const warmUp = 300;
const inFlight = 32;
const rounds = 5;

const connector = await startNullConnector();
const client = createClient(connector.serviceUrl, inFlight);

const message = (url: string) => () => client.say(url, 'I get error 400_645 when I log in');

/** A press that moves a case by one step: who the person is, on a case opened before the clock runs. */
async function presses(url: string, count: number) {
  const users = Array.from({ length: count }, () => randomUUID());
  const data = new Map<string, object>();
  await load(count, inFlight, async (index) => {
    const user = users[index] ?? '';
    const answer = JSON.stringify(
      await client.press(url, user, { verb: 'start', topic: 'ntlm-prompt' }),
    );
    const [, id] = /"case":"(SC-[^"]+)"/.exec(answer) ?? [];
    data.set(user, { verb: 'role', role: 'staff', case: id, step: 1 });
  });
  return async (index: number) => {
    const user = users[index] ?? '';
    await client.press(url, user, data.get(user) ?? {});
  };
}

const dataDir = await mkdtemp(join(tmpdir(), 'bench-'));
const echo = await startProcess('bench/echo-bot.ts', {});
const bot = await startProcess('../src/index.ts', { DATA_DIR: dataDir });
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
  console.log(header);
  console.log(line('echo, Teams AI, state in memory', echoed));
  console.log(line('bot, message opens a case', answered));
  console.log(line('bot, press moves a case', pressed));
  console.log(
    `\nmessage turns against the echo: ${(answered.perSecond / echoed.perSecond).toFixed(2)}`,
  );
} finally {
  await echo.stop();
  await bot.stop();
  connector.close();
  client.close();
  await rm(dataDir, { recursive: true, force: true });
}
