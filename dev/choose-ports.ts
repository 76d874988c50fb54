import { isPortFree } from './is-port-free.ts';

/** The ports of one `npm start`. */
export interface Ports {
  bot: number;
  playground: number;
  fleet: number;
}

const defaults = { PORT: 3978, PLAYGROUND_PORT: 56150, FLEET_SIMULATOR_PORT: 56151 } as const;

/**
 * Reads the ports and looks whether they are free.
 *
 * @returns the ports, or one line for each that cannot be used
 */
export async function choosePorts(
  env: Readonly<Record<string, string | undefined>>,
): Promise<Ports | { problems: string[] }> {
  const problems: string[] = [];
  async function choose(key: keyof typeof defaults, who: string): Promise<number> {
    const port = Number(env[key]?.trim() || defaults[key]);
    if (!Number.isInteger(port) || port < 1 || port > 65_535) {
      problems.push(`${key} is "${env[key]}": set it to a number from 1 to 65535.`);
    } else if (!(await isPortFree(port))) {
      problems.push(
        `Port ${port} for ${who} is taken, perhaps by another copy of it. ` +
          `End that one, or choose another port: ${key}=${port + 1} npm start`,
      );
    }
    return port;
  }
  const bot = await choose('PORT', 'the bot');
  const playground = await choose('PLAYGROUND_PORT', 'the playground');
  const fleet = await choose('FLEET_SIMULATOR_PORT', 'the simulated fleet');
  if (new Set([bot, playground, fleet]).size < 3) {
    problems.push('PORT, PLAYGROUND_PORT and FLEET_SIMULATOR_PORT must differ.');
  }
  return problems.length > 0 ? { problems } : { bot, playground, fleet };
}
