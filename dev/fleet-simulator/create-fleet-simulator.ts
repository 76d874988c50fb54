import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Device } from '../../src/fleet/agent/agent-api.ts';
import { createRuns } from './create-runs.ts';
import { changePc } from './faults.ts';
import type { PcState } from './pc-state.ts';
import { Problem } from './problem.ts';
import { readJson } from './read-json.ts';

interface Options {
  token: string;
  now: () => Date;
  pcs: PcState[];
  /** Signs callbacks. Without it none are sent. */
  callbackSecret?: string;
}

const Change = z.strictObject({
  online: z.boolean().optional(),
  repair: z.array(z.string()).optional(),
  break: z.array(z.string()).optional(),
});

interface Answer {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

const unseenMs = 9 * 3_600_000;

function problemAnswer(error: unknown): Answer {
  const { status, message } =
    error instanceof Problem ? error : new Problem(400, 'The request cannot be read');
  const headers = { 'content-type': 'application/problem+json' };
  return { status, body: { title: message, status }, headers };
}

/**
 * A fleet agent with simulated PCs, as `fleet-agent.openapi.yaml` describes it. A PC takes its time
 * over each probe; how far it is follows from the clock.
 *
 * Beside the contract, `GET /simulator/devices` and `GET /simulator/runs` show every PC and run, and
 * `PUT /simulator/devices/NAME` with `{"online": true, "repair": ["port-service"], "break": []}`
 * changes one.
 */
export function createFleetSimulator({ token, now, pcs, callbackSecret }: Options) {
  const pcById = (id: string) => pcs.find((pc) => pc.id === id);
  const runs = createRuns({ now, pcById, callbackSecret });

  function deviceOf({ id, name, online, primaryUser }: PcState): Device {
    const lastSeen = online ? now() : new Date(now().getTime() - unseenMs);
    return {
      id,
      name,
      online,
      lastSeen: lastSeen.toISOString(),
      ...(primaryUser ? { primaryUser } : {}),
    };
  }

  function devicesOf(upn: string | null): Answer {
    if (!upn) throw new Problem(400, 'user is missing');
    const user = upn.toLowerCase();
    const own = pcs.filter(({ users }) => users.some((each) => each.toLowerCase() === user));
    return { status: 200, body: { devices: own.map(deviceOf) } };
  }

  function device(id: string): Answer {
    const pc = pcById(id);
    if (!pc) throw new Problem(404, 'There is no such PC');
    return { status: 200, body: deviceOf(pc) };
  }

  function start(key: string | undefined, body: unknown): Answer {
    const id = runs.start(key, body);
    const headers = { location: `/v1/check-runs/${id}` };
    return { status: 202, body: { id, status: 'queued' }, headers };
  }

  function look(id: string): Answer {
    const body = runs.look(id);
    const isOut = body.status === 'queued' || body.status === 'running';
    return { status: 200, body, headers: isOut ? { 'retry-after': '1' } : {} };
  }

  function cancel(id: string): Answer {
    runs.cancel(id);
    return { status: 204 };
  }

  function change(name: string, body: unknown): Answer {
    const pc = pcs.find((each) => each.name === name);
    if (!pc) throw new Problem(404, 'There is no such PC');
    const wanted = Change.safeParse(body);
    if (!wanted.success) throw new Problem(400, 'Send online, repair and break');
    pc.online = wanted.data.online ?? pc.online;
    changePc(pc, 'breakIt', wanted.data.break ?? []);
    changePc(pc, 'repair', wanted.data.repair ?? []);
    return { status: 200, body: pc };
  }

  async function answerTo(request: IncomingMessage): Promise<Answer> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname === '/healthz') return { status: 200, body: { status: 'simulated' } };
    if (request.headers.authorization !== `Bearer ${token}`) {
      throw new Problem(401, 'The token is missing or not the right one');
    }
    const body = await readJson(request);
    const [root, what, id = '', ...more] = url.pathname.split('/').slice(1).map(decodeURIComponent);
    if (more.length > 0) throw new Problem(404, 'There is nothing here');
    switch (`${request.method} /${root}/${what}${id === '' ? '' : '/:id'}`) {
      case 'GET /simulator/devices':
        return { status: 200, body: pcs };
      case 'GET /simulator/runs':
        return { status: 200, body: runs.all() };
      case 'PUT /simulator/devices/:id':
        return change(id, body);
      case 'GET /v1/devices':
        return devicesOf(url.searchParams.get('user'));
      case 'GET /v1/devices/:id':
        return device(id);
      case 'POST /v1/check-runs':
        return start(request.headers['idempotency-key']?.toString(), body);
      case 'GET /v1/check-runs/:id':
        return look(id);
      case 'DELETE /v1/check-runs/:id':
        return cancel(id);
      default:
        throw new Problem(404, 'There is nothing here');
    }
  }

  /** Answers one request. Never throws: nobody would catch it. */
  return async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { status, body, headers } = await answerTo(request).catch(problemAnswer);
    const type = body === undefined ? {} : { 'content-type': 'application/json' };
    response.writeHead(status, { ...type, ...headers });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  };
}
