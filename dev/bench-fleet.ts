import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startNullConnector } from './bench/connector.ts';
import { createClient } from './bench/create-client.ts';
import { header, line } from './bench/figures-table.ts';
import { type Figures, load, medianOf } from './bench/load.ts';
import { startSlowAgent } from './bench/slow-agent.ts';
import { startProcess } from './bench/start-process.ts';

/**
 * `npm run bench:fleet`: what people feel of five hundred runs that are out with a slow fleet agent.
 * The same bot is measured before they begin, in the same run.
 */
const runs = 500;
const msPerCall = 3_000;
const turns = 1_500;
const inFlight = 32;
const rounds = 5;
const patienceMs = 240_000;

const connector = await startNullConnector();
const agent = await startSlowAgent(msPerCall);
const client = createClient(connector.serviceUrl, inFlight);
const dataDir = await mkdtemp(join(tmpdir(), 'bench-'));
const bot = await startProcess('../src/index.ts', {
  DATA_DIR: dataDir,
  FLEET_DRIVER: 'agent',
  FLEET_AGENT_URL: agent.url,
  FLEET_AGENT_TOKEN: 'bench',
  FLEET_PROCESS_NAME: 'CredentialManagement.exe',
});

/** Memory of the bot's process in MB, where the system tells. */
async function megabytes(): Promise<number> {
  const status = await readFile(`/proc/${bot.process.pid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1_024;
}

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + patienceMs;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`Waited in vain until ${what}.`);
    await wait(100);
  }
}

/** The data of the button with this verb, anywhere in an answer of the bot. */
function buttonIn(answer: unknown, verb: string): Record<string, unknown> | undefined {
  if (Array.isArray(answer)) {
    return answer.map((each) => buttonIn(each, verb)).find((found) => found !== undefined);
  }
  if (typeof answer !== 'object' || answer === null) return undefined;
  const { data } = answer as { data?: Record<string, unknown> };
  return data?.verb === verb ? data : buttonIn(Object.values(answer), verb);
}

/** Somebody says yes to everything until a run of theirs is out. */
async function beginRun(): Promise<void> {
  const user = randomUUID();
  let answer = await client.press(bot.url, user, { verb: 'start', topic: 'auth-failure-400-645' });
  const pressed = async (verb: string) => {
    await until(`${verb} can be pressed`, async () => {
      if (buttonIn(answer, verb)) return true;
      const [, id] = /"case":"(SC-[^"]+)"/.exec(JSON.stringify(answer)) ?? [];
      answer = await client.press(bot.url, user, { verb: 'continue', case: id });
      return buttonIn(answer, verb) !== undefined;
    });
    answer = await client.press(bot.url, user, buttonIn(answer, verb) ?? {});
  };
  await pressed('role');
  await pressed('check-pc');
  await pressed('pick-pc');
}

const message = () => client.say(bot.url, 'I get error 400_645 when I log in');

async function measure(): Promise<Figures> {
  const figures: Figures[] = [];
  for (let round = 0; round < rounds; round += 1)
    figures.push(await load(turns, inFlight, message));
  return medianOf(figures);
}

try {
  await measure();
  const quiet = await measure();
  const before = await megabytes();
  await Promise.all(Array.from({ length: runs }, beginRun));
  await until(`${runs} runs are out`, async () => agent.runsOut() === runs);
  const begun = await megabytes();
  const calls = agent.calls();
  const busy = await measure();
  const again = await measure();
  const after = await megabytes();
  console.log(
    `Node ${process.version}, ${cpus().length} cores, ${inFlight} in flight, ${turns} turns a run, medians of ${rounds} runs\n`,
  );
  console.log(header);
  console.log(line('no run out', quiet));
  console.log(line(`${runs} runs out, ${msPerCall} ms a call`, busy));
  console.log(line('the same, later', again));
  console.log(`\nThe agent was called ${agent.calls() - calls} times meanwhile.`);
  console.log(
    `Memory of the bot: ${before.toFixed(0)} MB before, ${begun.toFixed(0)} MB with all runs out, ${after.toFixed(0)} MB at the end.`,
  );
} finally {
  await bot.stop();
  agent.close();
  connector.close();
  client.close();
  await rm(dataDir, { recursive: true, force: true });
}
