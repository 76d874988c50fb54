import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { createAgentDriver } from '../../../src/fleet/agent/create-agent-driver.ts';
import { createTokenSource } from '../../../src/fleet/agent/credentials.ts';
import { FleetFailure } from '../../../src/fleet/fleet-failure.ts';
import { type Answer, json, serve } from './serve.ts';

const secret = 'secret-nobody-may-read';
const begin = Date.parse('2026-11-24T09:00:00Z');

/** Gives out `token-1`, `token-2` and so on. */
function tokens(parts: Record<string, unknown> = { expires_in: 3_600 }): Answer {
  let given = 0;
  return (request, response) => {
    given += 1;
    json({ access_token: `token-${given}`, token_type: 'Bearer', ...parts })(request, response);
  };
}

/** A source that asks this server, and a clock that can be moved. */
async function sourceFrom(answer: Answer) {
  const server = await serve(answer);
  const clock = { ms: begin };
  const client = {
    kind: 'client',
    tokenUrl: `${server.url}/token`,
    clientId: 'bot',
    clientSecret: secret,
    scope: 'check-runs',
  } as const;
  const source = createTokenSource(client, () => new Date(clock.ms));
  return {
    client,
    clock,
    source,
    taken: server.taken,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

describe('client credentials', () => {
  test('are sent as RFC 6749 says', async () => {
    await using at = await sourceFrom(tokens());
    await at.source.token();
    const [request] = at.taken;
    expect(request).toMatchObject({ method: 'POST', path: '/token' });
    expect(Object.fromEntries(new URLSearchParams(request?.body))).toEqual({
      grant_type: 'client_credentials',
      client_id: 'bot',
      client_secret: secret,
      scope: 'check-runs',
    });
  });

  test('bring one token for all who ask at once, and for all after', async () => {
    await using at = await sourceFrom(tokens());
    const all = await Promise.all(Array.from({ length: 20 }, () => at.source.token()));
    all.push(await at.source.token());
    expect(new Set(all)).toEqual(new Set(['token-1']));
    expect(at.taken).toHaveLength(1);
  });

  test.each([
    ['an hour', 3_600, 3_540],
    ['an hour, said as a text', '3600', 3_540],
    ['ten seconds', 10, 5],
    ['nobody knows how long', undefined, 240],
    ['nobody can tell how long', 'soon', 240],
    ['no time at all', 0, 240],
    ['less than no time', -1, 240],
  ])('bring a token for %s that is renewed before it ends', async (_name, expires_in, seconds) => {
    await using at = await sourceFrom(tokens({ expires_in }));
    await at.source.token();
    at.clock.ms = begin + seconds * 1_000 - 1;
    expect(await at.source.token()).toBe('token-1');
    at.clock.ms = begin + seconds * 1_000;
    expect(await at.source.token()).toBe('token-2');
  });

  test('are asked again after they failed', async () => {
    let isDown = true;
    const give = tokens();
    await using at = await sourceFrom((...call) => (isDown ? json({}, 503) : give)(...call));
    const failed = await Promise.allSettled([at.source.token(), at.source.token()]);
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(at.taken).toHaveLength(1);
    isDown = false;
    expect(await at.source.token()).toBe('token-1');
  });

  test('are asked once when many calls find the same token refused', async () => {
    await using at = await sourceFrom(tokens());
    const old = await at.source.token();
    const fresh = await Promise.all(
      Array.from({ length: 10 }, async (_each, index) => {
        // As answers come in: some while the fresh token is on its way, some when it is there.
        if (index > 4) await at.source.token();
        at.source.refused(old);
        return at.source.token();
      }),
    );
    expect(new Set(fresh)).toEqual(new Set(['token-2']));
    expect(at.taken).toHaveLength(2);
  });
});

describe('a token address that answers', () => {
  test.each<[string, Answer, FleetFailure['kind']]>([
    ['400', json({ error: 'invalid_client', error_description: secret }, 400), 'refused'],
    ['401', json({ error: 'invalid_client' }, 401), 'refused'],
    ['403', json({}, 403), 'refused'],
    ['404', json({}, 404), 'refused'],
    ['429', json({}, 429, { 'retry-after': '5' }), 'busy'],
    ['500', json({}, 500), 'down'],
    ['a redirect', json('', 302, { location: '/elsewhere' }), 'wrong'],
    ['a page', json(`<html>${secret}</html>`), 'wrong'],
    ['nothing', json(''), 'wrong'],
    ['without a token', json({ token_type: 'Bearer', note: secret }), 'wrong'],
    ['with an empty token', json({ access_token: '' }), 'wrong'],
    ['with a number for a token', json({ access_token: 7 }), 'wrong'],
    ['with a token in two lines', json({ access_token: `${secret}\n${secret}` }), 'wrong'],
    ['with a token nobody can send', json({ access_token: secret.repeat(1_000) }), 'wrong'],
    ['by hanging up', (_request, response) => response.destroy(), 'unreachable'],
  ])('%s fails so that everybody knows whose fault it is', async (_name, answer, kind) => {
    await using at = await sourceFrom(answer);
    const error: unknown = await at.source.token().catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(FleetFailure);
    expect(error).toMatchObject({ kind, retryAfterMs: kind === 'busy' ? 5_000 : 0 });
    expect(String(error)).toContain('the token address: ');
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(secret);
  });
});

describe('a call', () => {
  /** An agent that takes some tokens, and a driver that gets its tokens from `at`. */
  async function callWith(status: number, accepted: readonly string[]) {
    await using at = await sourceFrom(tokens());
    await using agent = await serve((request, response) => {
      const isTaken = accepted.includes(request.headers.authorization ?? '');
      json(isTaken ? { devices: [] } : {}, isTaken ? 200 : status)(request, response);
    });
    const driver = createAgentDriver({
      baseUrl: agent.url,
      credentials: at.client,
      now: () => new Date(at.clock.ms),
    });
    const outcome = await driver.devicesOf('ada@trust.example').catch((error: unknown) => error);
    return {
      outcome,
      tried: agent.taken.map(({ headers }) => headers.authorization),
      fetched: at.taken.length,
    };
  }

  test('whose token was taken back is made once more with a fresh one', async () => {
    expect(await callWith(401, ['Bearer token-2'])).toEqual({
      outcome: [],
      tried: ['Bearer token-1', 'Bearer token-2'],
      fetched: 2,
    });
  });

  test('that is refused twice fails', async () => {
    expect(await callWith(401, ['Bearer token-3'])).toMatchObject({
      outcome: { kind: 'refused' },
      tried: ['Bearer token-1', 'Bearer token-2'],
    });
  });

  test('that the bot may not make is not made again', async () => {
    expect(await callWith(403, [])).toMatchObject({
      outcome: { kind: 'refused' },
      tried: ['Bearer token-1'],
      fetched: 1,
    });
  });

  test('with a fixed token is made once', async () => {
    await using agent = await serve(json({}, 401));
    const driver = createAgentDriver({
      baseUrl: agent.url,
      credentials: { kind: 'token', token: 'fixed' },
      now: () => new Date(begin),
    });
    await expect(driver.devicesOf('ada@trust.example')).rejects.toMatchObject({ kind: 'refused' });
    expect(agent.taken).toHaveLength(1);
  });
});

test('a cancel without a token does not count as a run that is gone', async () => {
  await using at = await sourceFrom(json({}, 404));
  const driver = createAgentDriver({
    baseUrl: 'http://127.0.0.1:9',
    credentials: at.client,
    now: () => new Date(begin),
  });
  await expect(driver.cancel('run-1')).rejects.toMatchObject({ kind: 'refused' });
});
