import { createServer } from 'node:http';
import { createFleetSimulator } from './fleet-simulator/create-fleet-simulator.ts';
import { simulatedPcs } from './fleet-simulator/pcs.ts';

/** A fleet agent of simulated PCs, on this computer only. Environment: FLEET_SIMULATOR_PORT, FLEET_SIMULATOR_TOKEN. */
const { FLEET_SIMULATOR_PORT: port, FLEET_SIMULATOR_TOKEN: token } = process.env;
if (!port || !token) throw new Error('Set FLEET_SIMULATOR_PORT and FLEET_SIMULATOR_TOKEN.');

const server = createServer(
  createFleetSimulator({ token, now: () => new Date(), pcs: simulatedPcs() }),
);
server.listen(Number(port), '127.0.0.1');
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.close();
    server.closeAllConnections();
  });
}
