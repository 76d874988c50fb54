import { FleetFailure } from '../fleet-failure.ts';
import { type JsonRequest, requestJson, StatusFailure } from '../request-json.ts';
import { type Host, readHosts } from './read-hosts.ts';
import { type LiveAnswer, readLiveAnswer } from './read-live-answer.ts';

interface Options {
  baseUrl: string;
  token: string;
  /** For a live query. */
  queryMs: number;
}

/** The two calls that are made to Fleet. A role that may make no others is enough. */
export interface FleetApi {
  /** Windows PCs that a search finds. It finds parts of names and addresses too. */
  hosts: (search: string) => Promise<Host[]>;
  /** Asks one PC, and waits until it has answered or Fleet has stopped waiting for it. */
  query: (hostId: string, sql: string) => Promise<LiveAnswer>;
}

const listMs = 10_000;
/** By name, so that a short one is not lost behind all those that begin with it. */
const mostHosts = '100';

/** Fleet does not know a PC by this number. */
const isUnknownHost = (error: unknown) => error instanceof StatusFailure && error.status === 400;

/**
 * Speaks the REST API of Fleet.
 * https://fleetdm.com/docs/rest-api/rest-api#list-hosts
 */
export function createFleetApi({ baseUrl, token, queryMs }: Options): FleetApi {
  async function call(path: string, request: Omit<JsonRequest, 'url' | 'headers'>) {
    const url = new URL(`${baseUrl}/api/v1/fleet${path}`);
    const { body } = await requestJson({
      ...request,
      url,
      headers: { authorization: `Bearer ${token}` },
    });
    return body;
  }

  return {
    async hosts(search) {
      const wanted = new URLSearchParams({
        query: search,
        device_mapping: 'true',
        order_key: 'hostname',
        per_page: mostHosts,
      });
      return readHosts(await call(`/hosts?${wanted}`, { timeoutMs: listMs }));
    },
    async query(hostId, sql) {
      // By its number and nothing else: several hosts can have one name.
      if (!/^[1-9]\d{0,14}$/.test(hostId)) throw new FleetFailure('unknown', 'not a host of Fleet');
      try {
        const path = `/hosts/${hostId}/query`;
        const body = await call(path, { method: 'POST', body: { query: sql }, timeoutMs: queryMs });
        return readLiveAnswer(body, hostId);
      } catch (error) {
        if (!isUnknownHost(error)) throw error;
        throw new FleetFailure('unknown', 'Fleet does not know the PC', { cause: error });
      }
    },
  };
}
