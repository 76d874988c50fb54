import type { Device, FleetDriver } from '../fleet-driver.ts';
import { FleetFailure } from '../fleet-failure.ts';
import { createAskPc } from './create-ask-pc.ts';
import { createFleetApi } from './create-fleet-api.ts';
import { createLook } from './create-look.ts';
import { isSameName } from './live-query.ts';
import type { Host } from './read-hosts.ts';
import { isPerson, onePerson } from './signed-in-person.ts';

interface Options {
  /** Such as `https://fleet.example`, without a slash at the end. */
  baseUrl: string;
  token: string;
  now: () => Date;
  /** How long to wait for an answer to a live query. Fleet waits 25 seconds for the PC. */
  queryMs?: number;
}

/** How many PCs of one name are asked who is signed in. More of them are old entries of one PC. */
const mostNamesakes = 3;

const deviceFrom = ({ id, name, online, lastSeen }: Host): Device => ({
  id,
  name,
  online,
  lastSeen,
});

/**
 * Asks PCs through Fleet and osquery. Fleet keeps no runs: each look asks for what is missing. A call
 * takes no longer than two live queries.
 */
export function createFleetdmDriver({
  baseUrl,
  token,
  now,
  queryMs = 40_000,
}: Options): FleetDriver {
  const api = createFleetApi({ baseUrl, token, queryMs });
  const ask = createAskPc(api.query, { now, queryMs });

  const devicesOf = async (upn: string) =>
    (await api.hosts(upn))
      .filter(({ emails }) => emails.some((email) => isSameName(email, upn)))
      .map(deviceFrom);

  /** Whether the person is signed in there. Undefined when the PC could not be asked. */
  async function hasSignedIn(hostId: string, upn: string, began: Date) {
    const sql = `SELECT person.sid AS sid FROM logged_in_users AS person WHERE ${isPerson(upn)}`;
    const answer = await ask(hostId, sql, began);
    return 'rows' in answer ? onePerson(answer.rows) !== undefined : undefined;
  }

  return {
    devicesOf,
    async deviceNamed(name, upn) {
      const began = now();
      const namesakes = (await api.hosts(name))
        .filter(({ names, online }) => online && names.some((each) => isSameName(each, name)))
        .sort((a, b) => (b.lastSeen ?? '').localeCompare(a.lastSeen ?? ''))
        .slice(0, mostNamesakes);
      const proofs = await Promise.all(
        namesakes.map(async (host) => ((await hasSignedIn(host.id, upn, began)) ? [host] : [])),
      );
      const [theirs] = proofs.flat();
      return theirs && deviceFrom(theirs);
    },
    async isDeviceOf(deviceId, upn) {
      const began = now();
      const own = await devicesOf(upn);
      if (own.some(({ id }) => id === deviceId)) return true;
      try {
        const isTheirs = await hasSignedIn(deviceId, upn, began);
        if (isTheirs !== undefined) return isTheirs;
      } catch (error) {
        if (error instanceof FleetFailure && error.kind === 'unknown') return false;
        throw error;
      }
      // Not theirs is an answer, and there was none. Fleet itself is well.
      throw new FleetFailure('busy', 'the PC does not tell who is signed in');
    },
    begin: async ({ key }) => key,
    look: createLook(ask, now),
    // What a look asks, a PC answers within seconds or never.
    cancel: async () => {},
  };
}
