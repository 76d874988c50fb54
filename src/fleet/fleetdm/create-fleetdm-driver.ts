import type { FleetDriver } from '../fleet-driver.ts';
export function createFleetdmDriver(_o: {
  baseUrl: string;
  token: string;
  now: () => Date;
}): FleetDriver {
  throw new Error('not yet');
}
