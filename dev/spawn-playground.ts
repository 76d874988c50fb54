import { type ChildProcess, spawn } from 'node:child_process';
import { env, execPath } from 'node:process';
import { fileURLToPath } from 'node:url';

interface Options {
  port: number;
  /** Where the bot is, without a path. */
  botUrl: string;
  /** Everything the playground says goes there. */
  logFile: string;
}

const root = fileURLToPath(new URL('../', import.meta.url));
const loopbackOnly = new URL('./loopback-only.ts', import.meta.url).href;
const endWithParent = new URL('./end-with-parent.ts', import.meta.url).href;

/**
 * Starts the Microsoft 365 Agents Playground, a stand-in for Teams in a browser. Check that the port is
 * free first: it takes any other one without a word.
 */
export function spawnPlayground({ port, botUrl, logFile }: Options): ChildProcess {
  const cli = fileURLToPath(import.meta.resolve('@microsoft/m365agentsplayground/cli.js'));
  return spawn(
    execPath,
    [
      ...['--import', loopbackOnly, '--import', endWithParent, cli],
      ...['--app-endpoint', `${botUrl}/api/messages`],
      ...['--channel-id', 'msteams'],
      ...['--port', String(port)],
      // The bot answers to this address. Its own choice, localhost, can be another one to IPv6.
      ...['--service-url', `http://127.0.0.1:${port}/_connector`],
      '--disable-telemetry',
    ],
    {
      // There it finds .m365agentsplayground.yml.
      cwd: root,
      // Ctrl-C does not reach it there: it ends after the bot has.
      detached: true,
      env: {
        ...env,
        TEAMSAPPTESTER_BROWSER: 'none',
        M365_AGENTS_PLAYGROUND_LOGFILE: logFile,
        // A proxy for the internet would get the messages to the bot as well.
        NO_PROXY: '*',
      },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    },
  );
}
