import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FakePc } from './fake-pc.ts';
import { problemsOf } from './narrow-sql.ts';
import { runOsquery } from './run-osquery.ts';

/** An answer in place of the right one. */
interface FakeReply {
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
  /** Never answer. */
  hang?: boolean;
}

/** A Fleet server on loopback. */
export interface FakeFleetdm {
  url: string;
  token: string;
  pcs: FakePc[];
  /** Taken one by one for the next calls. */
  replies: FakeReply[];
  /** Live queries it got. */
  queries: { hostId: number; sql: string }[];
  /** Searches it got. */
  searches: URLSearchParams[];
  /** @throws when a query broke the rules */
  close: () => Promise<void>;
}

const token = 'fleetdm-token';

const errorBody = (reason: string) => ({
  message: reason,
  errors: [{ name: 'base', reason }],
});

function send(response: ServerResponse, status: number, body: unknown, headers = {}) {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

/** Fleet finds parts of names, and of addresses when the search looks like one. */
function isFound(pc: FakePc, search: string): boolean {
  const places = [pc.hostname, pc.computerName, ...(search.includes('@') ? pc.emails : [])];
  return places.some((place) => place.toLowerCase().includes(search.toLowerCase()));
}

function hostBody(pc: FakePc, withMapping: boolean) {
  return {
    id: pc.id,
    hostname: pc.hostname,
    computer_name: pc.computerName,
    display_name: pc.computerName,
    uuid: `uuid-${pc.id}`,
    platform: pc.platform,
    status: pc.isOnline ? 'online' : 'offline',
    seen_time: pc.seenAt,
    team_id: null,
    ...(withMapping
      ? { device_mapping: pc.emails.map((email) => ({ email, source: 'mdm_idp_accounts' })) }
      : {}),
  };
}

/**
 * What Fleet makes of a live query, as `runLiveQueryOnHost` does.
 * https://github.com/fleetdm/fleet/blob/f85b6f7/server/service/live_queries.go
 */
function liveAnswer(pc: FakePc, sql: string) {
  const answer = { host_id: pc.id, query: sql, status: 'online', rows: null };
  if (!pc.isOnline) return { ...answer, status: 'offline' };
  if (pc.timeouts > 0) {
    pc.timeouts -= 1;
    return { ...answer, error: 'timeout waiting for results' };
  }
  if (pc.denylisted && sql.includes(pc.denylisted)) {
    return { ...answer, rows: [], error: 'distributed query is denylisted' };
  }
  if (pc.sqlError) return { ...answer, error: pc.sqlError };
  try {
    return { ...answer, rows: runOsquery(pc.tables, sql) };
  } catch (error) {
    return { ...answer, error: error instanceof Error ? error.message : 'failed' };
  }
}

async function bodyOf(request: IncomingMessage): Promise<{ query?: string }> {
  const parts: Uint8Array[] = [];
  for await (const part of request) parts.push(part);
  return JSON.parse(Buffer.concat(parts).toString('utf8') || '{}');
}

/** Starts a Fleet server that does what its documentation says, for PCs that are given as tables. */
export async function startFakeFleetdm(pcs: FakePc[] = []): Promise<FakeFleetdm> {
  const queries: FakeFleetdm['queries'] = [];
  const searches: URLSearchParams[] = [];
  const replies: FakeReply[] = [];
  const problems: string[] = [];

  const list = (response: ServerResponse, wanted: URLSearchParams) => {
    searches.push(wanted);
    const size = Number(wanted.get('per_page') ?? 1_000);
    const found = pcs
      .filter((pc) => isFound(pc, wanted.get('query') ?? ''))
      .sort((a, b) =>
        wanted.get('order_key') === 'hostname' ? a.hostname.localeCompare(b.hostname) : a.id - b.id,
      )
      .slice(0, size);
    const withMapping = wanted.get('device_mapping') === 'true';
    send(response, 200, { hosts: found.map((pc) => hostBody(pc, withMapping)) });
  };

  async function live(request: IncomingMessage, response: ServerResponse, hostId: number) {
    const { query: sql = '' } = await bodyOf(request);
    const pc = pcs.find(({ id }) => id === hostId);
    if (!pc) return send(response, 400, errorBody(`host not found: ${hostId}`));
    if (pc.isForbidden) return send(response, 403, errorBody('forbidden'));
    queries.push({ hostId, sql });
    problems.push(...problemsOf(sql).map((problem) => `${problem}: ${sql}`));
    send(response, 200, liveAnswer(pc, sql));
  }

  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://fleet');
    const reply = replies.shift();
    if (reply?.hang) return;
    if (reply) return send(response, reply.status ?? 200, reply.body ?? {}, reply.headers);
    if (request.headers.authorization !== `Bearer ${token}`) {
      return send(response, 401, errorBody('Authentication required'));
    }
    const [, hostId] = /^\/api\/v1\/fleet\/hosts\/(\d+)\/query$/.exec(pathname) ?? [];
    if (request.method === 'POST' && hostId) return live(request, response, Number(hostId));
    if (request.method === 'GET' && pathname === '/api/v1/fleet/hosts') {
      return list(response, searchParams);
    }
    send(response, 404, errorBody('Resource Not Found'));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token,
    pcs,
    replies,
    queries,
    searches,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      if (problems.length > 0)
        throw new Error(`Live queries break the rules:\n${problems.join('\n')}`);
    },
  };
}
