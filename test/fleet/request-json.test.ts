import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { inspect } from 'node:util';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { FleetFailure } from '../../src/fleet/fleet-failure.ts';
import { type JsonRequest, requestJson, retryAfterMs } from '../../src/fleet/request-json.ts';
import { freePort } from '../support/free-port.ts';
import { type Answer, json, serve } from './agent/serve.ts';

const token = 'token-nobody-may-read';
const said = 'answer-nobody-may-read';
const megabyte = 1024 * 1024;

async function ask(url: string, parts: Partial<JsonRequest> = {}) {
  const headers = { authorization: `Bearer ${token}` };
  return requestJson({ url: new URL(url), timeoutMs: 5_000, headers, ...parts });
}

/** How a request to an agent that answers so fails. Whatever the failure says, it quotes nothing. */
async function failureOf(answer: Answer, parts?: Partial<JsonRequest>): Promise<FleetFailure> {
  await using agent = await serve(answer);
  const error: unknown = await ask(agent.url, parts).catch((caught: unknown) => caught);
  if (!(error instanceof FleetFailure)) throw new Error(`No failure: ${inspect(error)}`);
  expect(inspect(error, { depth: 10, showHidden: true })).not.toMatch(
    new RegExp(`${token}|${said}`),
  );
  return error;
}

async function bodyFrom(text: string): Promise<unknown> {
  await using agent = await serve(json(text));
  return (await ask(agent.url)).body;
}

describe('an answer with the status', () => {
  test.each([
    [301, 'wrong'],
    [302, 'wrong'],
    [304, 'wrong'],
    [307, 'wrong'],
    [308, 'wrong'],
    [400, 'wrong'],
    [401, 'refused'],
    [403, 'refused'],
    [404, 'unknown'],
    [409, 'wrong'],
    [410, 'unknown'],
    [422, 'wrong'],
    [429, 'busy'],
    [500, 'down'],
    [503, 'down'],
  ])('%i is %s', async (status, kind) => {
    const answer = status === 304 ? json('', status) : json({ title: said }, status);
    expect(await failureOf(answer)).toMatchObject({ kind, status });
  });

  test.each([429, 503])('%i says when to come back', async (status) => {
    const failure = await failureOf(json({}, status, { 'retry-after': '7' }));
    expect(failure.retryAfterMs).toBe(7_000);
  });
});

describe('Retry-After', () => {
  const now = Date.parse('2026-11-24T09:00:00Z');

  test.each([
    ['0', 0],
    ['7', 7_000],
    [' 7 ', 7_000],
    ['Tue, 24 Nov 2026 09:00:30 GMT', 30_000],
    ['Tue, 24 Nov 2026 08:00:00 GMT', 0],
    ['86400', 600_000],
    ['9'.repeat(400), 600_000],
    ['Fri, 31 Dec 9999 23:59:59 GMT', 600_000],
    ['-5', 0],
    ['1.5', 0],
    ['soon', 0],
    ['', 0],
  ])('of "%s" is %i ms', (value, ms) => {
    expect(retryAfterMs(new Headers({ 'retry-after': value }), now)).toBe(ms);
  });

  test('that is missing is 0', () => {
    expect(retryAfterMs(new Headers(), now)).toBe(0);
  });
});

test.each([301, 302, 303, 307, 308])(
  'a redirect with %i takes the token nowhere',
  async (status) => {
    await using elsewhere = await serve(json({}));
    await failureOf(json('', status, { location: `${elsewhere.url}/v1/devices` }));
    expect(elsewhere.taken).toEqual([]);
  },
);

describe('an answer is read', () => {
  test('of a megabyte and not more', async () => {
    expect(await bodyFrom(JSON.stringify('a'.repeat(megabyte - 2)))).toHaveLength(megabyte - 2);
    const failure = await failureOf(json(JSON.stringify('a'.repeat(megabyte - 1))));
    expect(failure).toMatchObject({ kind: 'wrong', message: expect.stringContaining('larger') });
  });

  test('of nothing as nothing', async () => {
    expect(await bodyFrom('')).toBeUndefined();
    expect(await bodyFrom(' \n')).toBeUndefined();
  });

  test('that begins with the mark some servers put before UTF-8', async () => {
    expect(await bodyFrom('\uFEFF{"id":"ä"}')).toEqual({ id: 'ä' });
  });

  test('without what the database cannot hold', async () => {
    expect(await bodyFrom(String.raw`["a\u0000b","\ud83d","\ud83d\ude00"]`)).toEqual([
      'ab',
      '\uFFFD',
      '😀',
    ]);
  });

  test('and changes no other object', async () => {
    const body = await bodyFrom(
      '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"a":1}}}',
    );
    expect(body).not.toHaveProperty('isAdmin', true);
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
    expect(({} as Record<string, unknown>).a).toBeUndefined();
  });

  test.each([
    ['a page', `<html>${said}</html>`],
    ['half an answer', `{"devices":["${said}"`],
    ['two answers', `{"id":"${said}"}{}`],
    ['brackets without end', '['.repeat(500_000)],
    ['brackets half a million deep', `${'['.repeat(500_000)}${']'.repeat(500_000)}`],
  ])('but not %s', async (_name, text) => {
    expect(await failureOf(json(text))).toMatchObject({ kind: 'wrong' });
  });
});

/** Sends 50 MB, or as much as somebody takes, and says how much that was. */
async function flood(response: ServerResponse, headers: Record<string, string>): Promise<number> {
  let sent = 0;
  function* chunks() {
    for (; sent < 50 * megabyte; sent += 64 * 1024) yield Buffer.alloc(64 * 1024, 'a');
  }
  response.writeHead(200, headers);
  await pipeline(Readable.from(chunks()), response).catch(() => {});
  return sent;
}

describe('an answer of 50 MB', () => {
  test.each([
    ['of unknown length', {}],
    ['that says so', { 'content-length': String(50 * megabyte) }],
  ])('%s is cut off soon after the limit', async (_name, headers: Record<string, string>) => {
    const sent = Promise.withResolvers<number>();
    const failure = await failureOf(async (_request, response) => {
      sent.resolve(await flood(response, headers));
    });
    expect(failure.kind).toBe('wrong');
    // What is on the way between the two when the client hangs up.
    expect(await sent.promise).toBeLessThan(12 * megabyte);
  });

  test.each(['gzip', 'gzip, gzip'])('packed into little by %s is cut off too', async (encoding) => {
    const once = gzipSync(Buffer.alloc(50 * megabyte, ' '));
    const packed = encoding === 'gzip' ? once : gzipSync(once);
    expect(packed.byteLength).toBeLessThan(megabyte / 10);
    const before = process.memoryUsage().arrayBuffers;
    const failure = await failureOf((_request, response) => {
      response.writeHead(200, { 'content-encoding': encoding });
      response.end(packed);
    });
    expect(failure).toMatchObject({ kind: 'wrong', message: expect.stringContaining('larger') });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 * megabyte);
  });
});

describe('an agent that', () => {
  test('never answers is slow', async () => {
    expect(await failureOf(() => {}, { timeoutMs: 30 })).toMatchObject({ kind: 'slow' });
  });

  test('sends a letter now and then is slow, though it never stops', async () => {
    let timer: NodeJS.Timeout | undefined;
    const failure = await failureOf(
      (_request, response) => {
        timer = setInterval(() => response.write(' '), 5);
      },
      { timeoutMs: 60 },
    );
    clearInterval(timer);
    expect(failure.kind).toBe('slow');
  });

  test('is not there is unreachable, and the code says why', async () => {
    const port = await freePort();
    await expect(ask(`http://127.0.0.1:${port}`)).rejects.toMatchObject({
      kind: 'unreachable',
      message: expect.stringContaining('ECONNREFUSED'),
    });
  });

  test.each<[string, Answer]>([
    ['hangs up at once', (_request, response) => response.destroy()],
    [
      'hangs up in the middle',
      (_request, response) => {
        response.writeHead(200, { 'content-length': '1000' });
        response.write(`{"devices":["${said}"`, () => response.destroy());
      },
    ],
    [
      'says it is packed when it is not',
      (_request, response) => {
        response.writeHead(200, { 'content-encoding': 'gzip' });
        response.end(said);
      },
    ],
    [
      'sends more headers than anybody reads',
      (_request, response) => {
        response.writeHead(200, { 'x-long': said.repeat(10_000) });
        response.end('{}');
      },
    ],
    [
      'does not speak HTTP',
      (_request, response) => {
        response.socket?.end(`${said}\r\n\r\n`);
      },
    ],
  ])('%s is unreachable', async (_name, answer) => {
    expect(await failureOf(answer)).toMatchObject({ kind: 'unreachable' });
  });
});

describe('a request', () => {
  test('holds its body as JSON, or as a form', async () => {
    await using agent = await serve(json({}));
    await ask(agent.url, { method: 'POST', body: { a: 1 } });
    await ask(agent.url, { method: 'POST', body: new URLSearchParams({ a: '1' }) });
    expect(agent.taken).toMatchObject([
      { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"a":1}' },
      {
        headers: { 'content-type': expect.stringContaining('x-www-form-urlencoded') },
        body: 'a=1',
      },
    ]);
  });

  test.each([`Bearer ${token}\r\nx-evil: 1`, `Bearer ${token}’`])(
    'with a token that no header can hold is not made: %j',
    async (authorization) => {
      await using agent = await serve(json({}));
      const error = await ask(agent.url, { headers: { authorization } }).catch((caught) => caught);
      expect(error).toMatchObject({ name: 'FleetFailure', kind: 'wrong' });
      expect(inspect(error)).not.toContain(token);
      expect(agent.taken).toEqual([]);
    },
  );
});
