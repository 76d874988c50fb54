import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { CheckRunRequest, Device, Result } from '../../src/fleet/agent/agent-api.ts';
import { answerProbe } from './answer-probe.ts';
import { changePc } from './faults.ts';
import type { PcState } from './pc-state.ts';
import { readJson } from './read-json.ts';
import { sendCallback } from './send-callback.ts';

interface Options {
  token: string;
  now: () => Date;
  pcs: PcState[];
  /** Signs callbacks. Without it none are sent. */
  callbackSecret?: string;
}

/** A run as the simulator keeps it. */
interface Run {
  id: string;
  request: CheckRunRequest;
  createdAt: Date;
  /** When the PC took it up: a PC that is off does not. */
  startedAt?: Date;
  cancelledAt?: Date;
  results: Result[];
}

const Start = z.strictObject({
  deviceId: z.string().min(1),
  requestedBy: z.strictObject({ upn: z.string() }),
  reason: z.string(),
  probes: z.array(z.looseObject({ id: z.string(), kind: z.string() })).min(1),
  expiresInSeconds: z.number().int().min(1),
  callbackUrl: z.string().optional(),
});

const Change = z.strictObject({
  online: z.boolean().optional(),
  repair: z.array(z.string()).optional(),
  break: z.array(z.string()).optional(),
});

/** An answer of the contract other than success. */
class Problem extends Error {
  readonly status: number;
  constructor(status: number, title: string) {
    super(title);
    this.status = status;
  }
}

interface Answer {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

/**
 * A fleet agent with simulated PCs, as `fleet-agent.openapi.yaml` describes it. A PC takes its time
 * over each probe; how far it is follows from the clock.
 *
 * Beside the contract, `GET /simulator/devices` shows every PC and `PUT /simulator/devices/NAME` with
 * `{"online": true, "repair": ["port-service"], "break": []}` changes one.
 */
export function createFleetSimulator({ token, now, pcs, callbackSecret }: Options) {
  const runs = new Map<string, Run>();
  const byKey = new Map<string, { body: string; run: Run }>();

  const pcById = (id: string) => pcs.find((pc) => pc.id === id);

  function deviceOf({ id, name, online, primaryUser }: PcState): Device {
    const lastSeen = online ? now() : new Date(now().getTime() - 9 * 3_600_000);
    return {
      id,
      name,
      online,
      lastSeen: lastSeen.toISOString(),
      ...(primaryUser ? { primaryUser } : {}),
    };
  }

  const endOf = (run: Run) =>
    new Date(run.createdAt.getTime() + run.request.expiresInSeconds * 1_000);

  /** Lets the PC do what it has had time for. */
  function advance(run: Run): void {
    const pc = pcById(run.request.deviceId);
    if (!pc || run.cancelledAt) return;
    if (!run.startedAt && pc.online && now() < endOf(run)) run.startedAt = now();
    if (!run.startedAt) return;
    const spent = now().getTime() - run.startedAt.getTime();
    const done = pc.msPerProbe === 0 ? Number.POSITIVE_INFINITY : Math.floor(spent / pc.msPerProbe);
    const { probes, requestedBy } = run.request;
    for (const probe of probes.slice(run.results.length, done)) {
      run.results.push({ probeId: probe.id, ...answerProbe(pc, probe, requestedBy.upn) });
    }
  }

  function statusOf(run: Run) {
    if (run.results.length === run.request.probes.length) return 'finished';
    if (run.cancelledAt) return 'cancelled';
    if (now() >= endOf(run)) return 'expired';
    return run.startedAt ? 'running' : 'queued';
  }

  function runAnswer(run: Run): Answer {
    advance(run);
    const status = statusOf(run);
    const { id, request, createdAt, results } = run;
    const body = {
      id,
      deviceId: request.deviceId,
      status,
      createdAt: createdAt.toISOString(),
      updatedAt: now().toISOString(),
      results,
    };
    const isOver = status !== 'queued' && status !== 'running';
    return { status: 200, body, headers: isOver ? {} : { 'retry-after': '1' } };
  }

  /** The bot says in its reason which checks something was done about since it last looked. */
  function doWhatWasDone(pc: PcState, reason: string): void {
    const done = /done since: ([\w, -]+)$/.exec(reason)?.[1]?.split(/,\s*/);
    if (done && !pc.isStubborn) changePc(pc, 'repair', done);
  }

  function callBack(run: Run): void {
    const { callbackUrl } = run.request;
    if (!callbackUrl || !callbackSecret) return;
    const pc = pcById(run.request.deviceId);
    const ms = (pc?.msPerProbe ?? 0) * run.request.probes.length;
    setTimeout(() => {
      advance(run);
      if (statusOf(run) === 'finished') void sendCallback(callbackUrl, callbackSecret, run.id);
    }, ms).unref();
  }

  function start(key: string | undefined, body: unknown): Answer {
    if (!key) throw new Problem(400, 'Idempotency-Key is missing');
    const parsed = Start.safeParse(body);
    if (!parsed.success) throw new Problem(400, 'The run is not what the contract says');
    const text = JSON.stringify(body);
    const known = byKey.get(key);
    if (known && known.body !== text) throw new Problem(422, 'This key has another body');
    const request = parsed.data as unknown as CheckRunRequest;
    const pc = pcById(request.deviceId);
    if (!pc) throw new Problem(404, 'There is no such PC');
    const run = known?.run ?? {
      id: `run-${randomUUID()}`,
      request,
      createdAt: now(),
      results: [],
    };
    if (!known) {
      doWhatWasDone(pc, request.reason);
      runs.set(run.id, run);
      byKey.set(key, { body: text, run });
      callBack(run);
    }
    const location = `/v1/check-runs/${run.id}`;
    return { status: 202, body: { id: run.id, status: 'queued' }, headers: { location } };
  }

  function cancel(run: Run): Answer {
    advance(run);
    if (statusOf(run) !== 'finished') run.cancelledAt ??= now();
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

  function route(request: IncomingMessage, url: URL, body: unknown): Answer {
    const parts = url.pathname.split('/').slice(1).map(decodeURIComponent);
    const [root, what, id] = parts;
    const path = `${request.method} /${root}/${what}${id === undefined ? '' : '/:id'}`;
    const runOf = () => {
      const run = runs.get(id ?? '');
      if (!run) throw new Problem(404, 'There is no such run');
      return run;
    };
    switch (path) {
      case 'GET /simulator/devices':
        return { status: 200, body: pcs };
      case 'PUT /simulator/devices/:id':
        return change(id ?? '', body);
      case 'GET /v1/devices': {
        const user = url.searchParams.get('user')?.toLowerCase();
        if (!user) throw new Problem(400, 'user is missing');
        const own = pcs.filter(({ users }) => users.some((each) => each.toLowerCase() === user));
        return { status: 200, body: { devices: own.map(deviceOf) } };
      }
      case 'GET /v1/devices/:id': {
        const pc = pcById(id ?? '');
        if (!pc) throw new Problem(404, 'There is no such PC');
        return { status: 200, body: deviceOf(pc) };
      }
      case 'POST /v1/check-runs':
        return start(request.headers['idempotency-key']?.toString(), body);
      case 'GET /v1/check-runs/:id':
        return runAnswer(runOf());
      case 'DELETE /v1/check-runs/:id':
        return cancel(runOf());
      default:
        throw new Problem(404, 'There is nothing here');
    }
  }

  /** Answers one request. */
  return async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    let answer: Answer;
    try {
      const isOpen = url.pathname === '/healthz';
      if (!isOpen && request.headers.authorization !== `Bearer ${token}`) {
        throw new Problem(401, 'The token is missing or not the right one');
      }
      const body = await readJson(request);
      answer = isOpen ? { status: 200, body: { status: 'simulated' } } : route(request, url, body);
    } catch (error) {
      const status = error instanceof Problem ? error.status : 400;
      const title = error instanceof Problem ? error.message : 'The request cannot be read';
      answer = {
        status,
        body: { title, status },
        headers: { 'content-type': 'application/problem+json' },
      };
    }
    const { status, body, headers } = answer;
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  };
}
