import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A message as a chat shows it. `activity` is the newest version of it. */
export interface ShownMessage {
  id: string;
  conversationId: string;
  activity: Record<string, unknown>;
  edits: number;
}

/** How the connector treats a call instead of taking it. */
export interface Fault {
  /** Only calls of this method; all when absent. */
  method?: 'GET' | 'POST' | 'PUT';
  status: number;
  headers?: Record<string, string>;
  /** The message is taken all the same, as happens with a late 502. */
  taken?: boolean;
  /** Cut the connection instead of answering. */
  reset?: boolean;
  /** Take the call and never answer it. */
  hang?: 'before headers' | 'in the body';
}

/**
 * Teams' side of the Bot Connector API, as far as it is documented: messages, edits, new chats, the
 * limit on the size of a card, and faults on demand.
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
 */
export interface FakeConnector {
  serviceUrl: string;
  messages: ShownMessage[];
  /** Faults for the next calls, in order. */
  faults: Fault[];
  /** Resolves when the next fault is hit. */
  waitForFault: () => Promise<void>;
  /** What the directory calls a person, by Teams id. Members that are not in it are told without. */
  upns: Map<string, string>;
  /** People whose own chat the bot may not open. */
  unreachable: Set<string>;
  /** Resolves with the first message that fits, also one that is there already. */
  waitFor: (fits: (message: ShownMessage) => boolean) => Promise<ShownMessage>;
  close: () => Promise<void>;
}

const largestCardBytes = 28 * 1024;

async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString('utf8') || '{}') as Record<string, unknown>;
}

function answer(response: ServerResponse, status: number, body: unknown, headers = {}) {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

function cardBytes(activity: Record<string, unknown>): number {
  const attachments = (activity.attachments ?? []) as { content?: unknown }[];
  return Math.max(
    0,
    ...attachments.map(({ content }) => Buffer.byteLength(JSON.stringify(content ?? ''))),
  );
}

export async function startFakeConnector(port = 0): Promise<FakeConnector> {
  const messages: ShownMessage[] = [];
  const faults: Fault[] = [];
  const unreachable = new Set<string>();
  const upns = new Map<string, string>();
  const waiting = new Set<() => void>();
  const faultHit: (() => void)[] = [];
  const changed = () => {
    for (const look of [...waiting]) look();
  };

  function take(
    method: string,
    path: string,
    body: Record<string, unknown>,
  ): { status: number; body: unknown } {
    const [, , , conversationId = '', part, activityId] = path.split('/').map(decodeURIComponent);
    if (method === 'GET' && part === 'members') {
      const id = activityId ?? '';
      if (conversationId !== `a:${id.slice(3)}`)
        return { status: 404, body: { error: { code: 'MemberNotFoundInConversation' } } };
      const userPrincipalName = upns.get(id);
      return {
        status: 200,
        body: { id, aadObjectId: id.slice(3), ...(userPrincipalName ? { userPrincipalName } : {}) },
      };
    }
    if (path === '/v3/conversations') {
      const members = (body.members ?? []) as { id?: string }[];
      const member = members[0]?.id;
      if (!member)
        return { status: 400, body: { error: { code: 'BadArgument', message: 'members' } } };
      // A directory id opens a chat only with people who have the app themselves.
      if (unreachable.has(member) || !member.startsWith('29:')) {
        return {
          status: 403,
          body: { error: { code: 'BotNotInConversationRoster', message: 'not installed' } },
        };
      }
      return { status: 201, body: { id: `a:${member.slice(3)}` } };
    }
    if (cardBytes(body) > largestCardBytes) {
      return { status: 413, body: { error: { code: 'MessageSizeTooBig', message: 'too big' } } };
    }
    if (method === 'PUT') {
      const shown = messages.find(({ id }) => id === activityId);
      if (!shown)
        return {
          status: 404,
          body: { error: { code: 'ActivityNotFoundInConversation', message: 'gone' } },
        };
      shown.activity = body;
      shown.edits += 1;
      changed();
      return { status: 200, body: { id: activityId } };
    }
    const id = `m-${randomUUID()}`;
    messages.push({ id, conversationId, activity: body, edits: 0 });
    changed();
    return { status: 201, body: { id } };
  }

  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const method = request.method ?? 'GET';
    const body = await readJson(request);
    const at = faults.findIndex((fault) => fault.method === undefined || fault.method === method);
    const fault = at < 0 ? undefined : faults.splice(at, 1)[0];
    if (fault) for (const hit of faultHit.splice(0)) hit();
    if (fault?.taken) take(method, path, body);
    if (fault?.hang === 'before headers') return;
    if (fault?.hang === 'in the body') {
      response.writeHead(fault.status, { 'content-type': 'application/json' });
      response.write('{"id":');
      return;
    }
    if (fault?.reset) {
      request.socket.destroy();
      return;
    }
    if (fault) {
      answer(
        response,
        fault.status,
        { error: { code: 'Fault', message: 'on demand' } },
        fault.headers,
      );
      return;
    }
    const result = take(method, path, body);
    answer(response, result.status, result.body);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');

  return {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    messages,
    faults,
    upns,
    unreachable,
    waitForFault: () => new Promise((resolve) => faultHit.push(resolve)),
    waitFor: (fits) =>
      new Promise((resolve) => {
        const look = () => {
          const found = messages.find(fits);
          if (!found) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
