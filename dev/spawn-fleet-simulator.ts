import { type ChildProcess, spawn } from 'node:child_process';
import { env, execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { inventedProcess, inventedProductCode } from './fleet-simulator/pc-state.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const endWithParent = new URL('./end-with-parent.ts', import.meta.url).href;

/** Starts the simulated PCs on this computer only. */
export function spawnFleetSimulator(port: number, token: string): ChildProcess {
  return spawn(execPath, ['--import', endWithParent, 'dev/fleet-simulator.ts'], {
    cwd: root,
    // Ctrl-C does not reach it there: it ends after the bot has.
    detached: true,
    env: { ...env, FLEET_SIMULATOR_PORT: String(port), FLEET_SIMULATOR_TOKEN: token },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

/** What the bot is told of the simulated PCs. The name says on every card that they are not real. */
export function simulatedFleetEnv(port: number, token: string): Record<string, string> {
  return {
    FLEET_DRIVER: 'agent',
    FLEET_NAME: 'a simulated fleet (no real PC)',
    FLEET_AGENT_URL: `http://127.0.0.1:${port}`,
    FLEET_AGENT_TOKEN: token,
    FLEET_PROCESS_NAME: inventedProcess,
    FLEET_PRODUCT_CODES: inventedProductCode,
  };
}
