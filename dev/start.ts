import { randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import { choosePorts } from './choose-ports.ts';
import { type Service, stopService, waitUntilReady, watchService } from './service.ts';
import { spawnBot } from './spawn-bot.ts';
import { simulatedFleetEnv, spawnFleetSimulator } from './spawn-fleet-simulator.ts';
import { spawnPlayground } from './spawn-playground.ts';

/**
 * `npm start`: the bot and, in place of Teams, the Microsoft 365 Agents Playground in a browser.
 * With FLEET_DRIVER not set, simulated PCs take the place of a fleet agent. Environment: PORT (3978),
 * PLAYGROUND_PORT (56150), FLEET_SIMULATOR_PORT (56151), and everything the bot reads.
 */
const startPatienceMs = 120_000;

async function start(): Promise<number> {
  if (process.env.BOT_ID?.trim()) {
    return fail(
      'BOT_ID is set: that bot talks to Teams only. To try it here, start without BOT_ID.',
    );
  }
  const ports = await choosePorts(process.env);
  if ('problems' in ports) return fail(...ports.problems);
  const dataDir = resolve(process.env.DATA_DIR?.trim() || '.data');

  const stopRequested = new Promise<'stop'>((asked) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => asked('stop'));
    }
  });
  const botUrl = `http://127.0.0.1:${ports.bot}`;
  const playgroundUrl = `http://127.0.0.1:${ports.playground}`;
  // A fleet agent that somebody has set up is used as it is.
  const hasFleet = Boolean(process.env.FLEET_DRIVER?.trim());
  const token = randomUUID();
  const fleet = watchService(
    'The simulated fleet',
    spawnFleetSimulator(ports.fleet, token),
    `http://127.0.0.1:${ports.fleet}/healthz`,
  );
  const bot = watchService(
    'The bot',
    spawnBot(ports.bot, hasFleet ? {} : simulatedFleetEnv(ports.fleet, token)),
    `${botUrl}/readyz`,
  );
  const logFile = join(dataDir, 'playground.log');
  const playground = watchService(
    'The playground',
    spawnPlayground({ port: ports.playground, botUrl, logFile }),
    `${playgroundUrl}/`,
  );

  try {
    // A bot that is asked to stop while it starts its database would leave it running: even then, wait.
    await Promise.all(
      [bot, playground, fleet].map((each) => waitUntilReady(each, startPatienceMs)),
    );
    console.log(`\nOpen ${playgroundUrl} in a browser.\nType: I get error 400_645\n`);
    const reason = await Promise.race([stopRequested, endOf(bot), endOf(playground), endOf(fleet)]);
    if (reason !== 'stop') return fail(reason, `The playground's log is ${logFile}`);
    console.log('\nStopping.');
    return 0;
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  } finally {
    await stopService(bot);
    await stopService(playground);
    await stopService(fleet);
  }
}

async function endOf({ name, ended }: Service): Promise<string> {
  return `${name} ended ${await ended}.`;
}

function fail(...lines: string[]): number {
  console.error(lines.join('\n'));
  return 1;
}

process.exit(await start());
