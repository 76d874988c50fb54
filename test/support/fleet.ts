import { once } from 'node:events';
import { createServer, type IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createFleetSimulator } from '../../dev/fleet-simulator/create-fleet-simulator.ts';
import {
  healthyPc,
  inventedProcess,
  inventedProductCode,
  type PcState,
} from '../../dev/fleet-simulator/pc-state.ts';
import type { CheckRun } from '../../src/fleet/agent/agent-api.ts';
import type { FleetConfig } from '../../src/fleet/fleet-config.ts';

/** How the agent treats a call of the contract instead of answering it as it ought to. */
export interface FleetFault {
  /** Only calls of this method; all when absent. */
  method?: string;
  /** Only calls to paths that begin so; all when absent. */
  path?: string;
  /** How often. Once when absent. */
  times?: number;
  status?: number;
  headers?: Record<string, string>;
  /** The body in place of the right one. */
  body?: string;
  /** Send so many bytes of body. */
  bytes?: number;
  /** Cut the connection in the middle of the answer. */
  cut?: boolean;
  /** Take the call and never answer it. */
  hang?: boolean;
  /** Do what was asked all the same, as happens with a late 502. */
  taken?: boolean;
}

/** A call the agent got. */
export interface FleetCall {
  method: string;
  path: string;
  key: string | undefined;
  /** Milliseconds, as Date has them. */
  at: number;
}

export interface TestFleet {
  config: FleetConfig;
  pcs: PcState[];
  faults: FleetFault[];
  calls: FleetCall[];
  /** The runs the agent has taken on a PC, oldest first. */
  runsOn: (deviceId: string) => Promise<CheckRun[]>;
  /** Resolves when the agent has got a call that fits, also one it got before. */
  waitForCall: (fits: (call: FleetCall) => boolean) => Promise<FleetCall>;
  close: () => Promise<void>;
}

const token = 'fleet-token';

function* zeros(bytes: number) {
  const chunk = Buffer.alloc(64 * 1024, '0');
  for (let sent = 0; sent < bytes; sent += chunk.length) yield chunk;
}

async function misbehave(fault: FleetFault, request: IncomingMessage, response: ServerResponse) {
  if (fault.hang) return;
  response.writeHead(fault.status ?? 200, { 'content-type': 'application/json', ...fault.headers });
  if (fault.cut) {
    response.write('{"devices":');
    request.socket.destroy();
    return;
  }
  if (fault.bytes === undefined) response.end(fault.body);
  // A caller that has read enough hangs up in the middle.
  else await pipeline(Readable.from(zeros(fault.bytes)), response).catch(() => undefined);
}

/** A fleet agent on loopback: the simulator, with faults on demand in front of it. */
export async function startFleet({
  pcs = [],
  now = () => new Date(),
  callback,
}: {
  pcs?: PcState[];
  now?: () => Date;
  callback?: { url: string; secret: string };
} = {}): Promise<TestFleet> {
  const faults: FleetFault[] = [];
  const calls: FleetCall[] = [];
  const waiting = new Set<() => void>();
  const handle = createFleetSimulator({
    token,
    now,
    pcs,
    ...(callback ? { callbackSecret: callback.secret } : {}),
  });

  function faultFor(method: string, path: string): FleetFault | undefined {
    const fault = faults.find(
      (each) =>
        path.startsWith('/v1/') &&
        (each.method === undefined || each.method === method) &&
        (each.path === undefined || path.startsWith(each.path)),
    );
    if (!fault) return undefined;
    const times = (fault.times ?? 1) - 1;
    if (times <= 0) faults.splice(faults.indexOf(fault), 1);
    else fault.times = times;
    return fault;
  }

  const server = createServer(async (request, response) => {
    const method = request.method ?? 'GET';
    const path = request.url ?? '/';
    const key = request.headers['idempotency-key']?.toString();
    calls.push({ method, path, key, at: Date.now() });
    for (const look of [...waiting]) look();
    const fault = faultFor(method, path);
    if (fault?.taken) await handle(request, new ServerResponse(request));
    await (fault ? misbehave(fault, request, response) : handle(request, response));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    config: {
      driver: 'agent',
      name: 'a test fleet',
      url,
      credentials: { kind: 'token', token },
      callback,
      processName: inventedProcess,
      productCodes: [inventedProductCode],
      logInOrigins: ['https://am.nhsidentity.spineservices.nhs.uk'],
    },
    pcs,
    faults,
    calls,
    runsOn: async (wanted) => {
      const headers = { authorization: `Bearer ${token}` };
      const answer = await fetch(`${url}/simulator/runs`, { headers });
      return ((await answer.json()) as CheckRun[]).filter(({ deviceId }) => deviceId === wanted);
    },
    waitForCall: (fits) =>
      new Promise((resolve) => {
        const look = () => {
          const found = calls.find(fits);
          if (!found) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    close: async () => {
      if (!server.listening) return;
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A PC of one person, on which everything is well and every answer comes at once. */
export function pcOf(upn: string, name: string, parts: Partial<PcState> = {}): PcState {
  return healthyPc(name, [upn], parts);
}
