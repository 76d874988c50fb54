import type { Pc } from '../dialogs/pc-check.ts';
import type { Device } from './fleet-driver.ts';

/** A card lists a few PCs. Somebody with more of them has most of them off. */
const mostPcs = 5;

/** Agents write times in zones of their own, so texts cannot be compared. */
const seenAt = ({ lastSeen }: Device) => Date.parse(lastSeen ?? '') || 0;

/** The PCs to choose from: those that are on first, then those seen last. */
export function pcsFrom(devices: readonly Device[]): Pc[] {
  return [...devices]
    .sort(
      (a, b) =>
        Number(b.online) - Number(a.online) ||
        seenAt(b) - seenAt(a) ||
        a.name.localeCompare(b.name),
    )
    .slice(0, mostPcs)
    .map(({ id, name, online, lastSeen }) => ({ id, name, online, lastSeen }));
}
