import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { verifyCallback } from '../../src/fleet/verify-callback.ts';

const secret = `whsec_${Buffer.from('a secret of thirty-two bytes, ok').toString('base64')}`;
const oldSecret = `whsec_${Buffer.from('the secret that came before this').toString('base64')}`;
const now = new Date('2026-11-24T09:00:00Z');
const said = JSON.stringify({
  type: 'check-run.finished',
  timestamp: now.toISOString(),
  data: { id: 'run-1' },
});

beforeEach(() => {
  // The library reads the clock itself.
  vi.useFakeTimers({ toFake: ['Date'], now });
});
afterEach(() => {
  vi.useRealTimers();
});

function signed(body = said, { id = 'msg-1', at = now, by = secret } = {}): Record<string, string> {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(at.getTime() / 1_000),
    'webhook-signature': new Webhook(by).sign(id, at, body),
  };
}

const inSeconds = (seconds: number) => new Date(now.getTime() + seconds * 1_000);
const heard = { webhookId: 'msg-1', agentRunId: 'run-1' };

describe('a callback is heard', () => {
  test('signed with our secret', () => {
    expect(verifyCallback(secret, signed(), said)).toEqual(heard);
  });

  test.each([-300, 300])('signed %i seconds from now', (seconds) => {
    expect(verifyCallback(secret, signed(said, { at: inSeconds(seconds) }), said)).toEqual(heard);
  });

  test('with several signatures, as while the secret is changed', () => {
    const signatures = [
      signed(said, { by: oldSecret })['webhook-signature'],
      'v1a,c29tZXRoaW5nIGVsc2U=',
      signed()['webhook-signature'],
    ];
    const headers = { ...signed(), 'webhook-signature': signatures.join(' ') };
    expect(verifyCallback(secret, headers, said)).toEqual(heard);
  });

  test('with the names of its headers in any case', () => {
    const headers = Object.entries(signed()).map(([name, value]) => [name.toUpperCase(), value]);
    expect(verifyCallback(secret, Object.fromEntries(headers), said)).toEqual(heard);
  });

  test('with more in it than is read', () => {
    const body = JSON.stringify({
      ...JSON.parse(said),
      data: { id: 'run-1', status: 'finished', results: [{ probeId: 'a', outcome: 'absent' }] },
    });
    expect(verifyCallback(secret, signed(body), body)).toEqual(heard);
  });
});

describe('a callback is forged', () => {
  const without = (name: string) => {
    const { [name]: _gone, ...headers } = signed();
    return headers;
  };
  test.each([
    ['signed with another secret', signed(said, { by: oldSecret })],
    ['without a signature', without('webhook-signature')],
    ['without an id', without('webhook-id')],
    ['without a time', without('webhook-timestamp')],
    ['with nothing at all', {}],
    ['with an empty signature', { ...signed(), 'webhook-signature': '' }],
    ['with a version and no signature', { ...signed(), 'webhook-signature': 'v1' }],
    ['with words for a signature', { ...signed(), 'webhook-signature': 'v1,please' }],
    [
      'with a signature of another version',
      { ...signed(), 'webhook-signature': `${signed()['webhook-signature']}`.replace('v1', 'v2') },
    ],
    ['with the id of another callback', { ...signed(), 'webhook-id': 'msg-2' }],
    ['with the time of another callback', { ...signed(), 'webhook-timestamp': '1795510801' }],
    ['with a time that is none', { ...signed(), 'webhook-timestamp': 'now' }],
    ['with a second id in other letters', { ...signed(), 'Webhook-Id': 'msg-2' }],
    ['with the same id twice in other letters', { 'Webhook-Id': 'msg-1', ...signed() }],
  ])('%s', (_name, headers: Record<string, string>) => {
    expect(verifyCallback(secret, headers, said)).toEqual({ problem: 'forged' });
  });

  test.each([
    ['changed', said.replace('run-1', 'run-2')],
    ['spaced otherwise', `${said} `],
    ['gone', ''],
  ])('when its body was %s on the way', (_name, body) => {
    expect(verifyCallback(secret, signed(), body)).toEqual({ problem: 'forged' });
  });
});

test.each([
  ['too old', -301],
  ['from the future', 301],
])('a callback is late when it is %s', (_name, seconds) => {
  const headers = signed(said, { at: inSeconds(seconds) });
  expect(verifyCallback(secret, headers, said)).toEqual({ problem: 'late' });
});

describe('a callback is not understood', () => {
  const withData = (data: unknown) => JSON.stringify({ type: 'check-run.finished', data });
  test.each([
    ['that is not JSON', 'check-run.finished'],
    ['that is empty', ''],
    ['that is null', 'null'],
    ['of another type', said.replace('check-run.finished', 'check-run.started')],
    ['without a run', withData({})],
    ['with a number for a run', withData({ id: 7 })],
    ['with an empty name for a run', withData({ id: '' })],
    ['with a run that is another place', withData({ id: '..' })],
    ['with a run the database cannot hold', withData({ id: 'run\u0000' })],
    ['with a name longer than any run has', withData({ id: 'r'.repeat(201) })],
    ['with a run that every object has', '{"__proto__":{"type":"check-run.finished"}}'],
  ])('%s', (_name, body) => {
    expect(verifyCallback(secret, signed(body), body)).toEqual({ problem: 'not-understood' });
  });

  test('whose own id is longer than any', () => {
    const headers = signed(said, { id: 'm'.repeat(201) });
    expect(verifyCallback(secret, headers, said)).toEqual({ problem: 'not-understood' });
  });
});
