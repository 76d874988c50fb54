import type { Pc } from '../dialogs/pc-check.ts';
import type { Device } from './fleet-driver.ts';

/** A card lists a few PCs. Somebody with more of them has most of them off. */
const mostPcs = 5;

/** The PCs to choose from: those that are on first, then those seen last. */
export function pcsFrom(devices: readonly Device[]): Pc[] {
  const rank = ({ online, lastSeen }: Device) => `${online ? 1 : 0}${lastSeen ?? ''}`;
  return [...devices]
    .sort((a, b) => rank(b).localeCompare(rank(a)) || a.name.localeCompare(b.name))
    .slice(0, mostPcs)
    .map(({ id, name, online, lastSeen }) => ({ id, name, online, lastSeen }));
}
