import { createAgentDriver } from './agent/create-agent-driver.ts';
import { withCircuitBreaker } from './circuit-breaker.ts';
import type { FleetConfig } from './fleet-config.ts';
import type { FleetDriver } from './fleet-driver.ts';
import { createFleetdmDriver } from './fleetdm/create-fleetdm-driver.ts';

function driverFor(config: FleetConfig, now: () => Date): FleetDriver {
  if (config.driver === 'fleetdm') {
    return createFleetdmDriver({ baseUrl: config.url, token: config.token, now });
  }
  const { url, credentials, callback } = config;
  return createAgentDriver({
    baseUrl: url,
    credentials,
    ...(callback ? { callbackUrl: callback.url } : {}),
    now,
  });
}

/** The driver that the settings choose. While the agent does not answer, calls fail at once. */
export function createDriver(config: FleetConfig, now: () => Date): FleetDriver {
  return withCircuitBreaker(driverFor(config, now));
}
