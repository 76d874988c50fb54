import { Webhook } from 'standardwebhooks';
import { expect, test, vi } from 'vitest';
import { createReceiveCallback } from '../../src/fleet/receive-callback.ts';
import { verifyCallback } from '../../src/fleet/verify-callback.ts';

const secret = `whsec_${Buffer.from('a secret of thirty-two bytes, ok').toString('base64')}`;
const now = new Date('2026-11-24T09:00:00Z');
const bodyFor = (id: string) => JSON.stringify({ type: 'check-run.finished', data: { id } });

function signed(body: string, id = 'msg-1', at = new Date()): Record<string, string> {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
    'webhook-signature': new Webhook(secret).sign(id, at, body),
  };
}

function parts() {
  const noted = new Set<string>();
  const given = {
    noteOnce: vi.fn(async (id: string) => !noted.has(id) && Boolean(noted.add(id))),
    wake: vi.fn(async (id: string) => id === 'run-1'),
    onWake: vi.fn(),
    log: { info: vi.fn(), warn: vi.fn() },
  };
  const receive = createReceiveCallback({
    ...given,
    verify: (headers, body) => verifyCallback(secret, headers, body),
    now: () => now,
  });
  return { ...given, receive };
}

const body = bodyFor('run-1');

test('a callback wakes its run', async () => {
  const { receive, noteOnce, wake, onWake } = parts();
  expect(await receive(signed(body), body)).toBe(204);
  expect(noteOnce).toHaveBeenCalledWith('msg-1', now);
  expect(wake).toHaveBeenCalledWith('run-1', now);
  expect(onWake).toHaveBeenCalledOnce();
});

test('a callback sent again is answered alike and wakes nobody', async () => {
  const { receive, wake, onWake } = parts();
  const headers = signed(body);
  expect(await receive(headers, body)).toBe(204);
  expect(await receive(headers, body)).toBe(204);
  expect(wake).toHaveBeenCalledOnce();
  expect(onWake).toHaveBeenCalledOnce();
});

test('two callbacks of one run wake it twice', async () => {
  const { receive, wake } = parts();
  await receive(signed(body, 'msg-1'), body);
  await receive(signed(body, 'msg-2'), body);
  expect(wake).toHaveBeenCalledTimes(2);
});

test('a callback for a run nobody knows is heard, and nothing comes of it', async () => {
  const { receive, onWake, log } = parts();
  const other = bodyFor('run-9');
  expect(await receive(signed(other), other)).toBe(204);
  expect(onWake).not.toHaveBeenCalled();
  expect(log.info).toHaveBeenCalledWith({}, 'fleet callback for no run that is out');
});

test.each([
  ['forged', 401, { ...signed(body), 'webhook-signature': 'v1,please' }, body],
  ['late', 401, signed(body, 'msg-1', new Date(Date.now() - 301_000)), body],
  ['not-understood', 400, signed('[]'), '[]'],
])('a callback that is %s is answered with %i and noted nowhere', async (problem, ...call) => {
  const [status, headers, text] = call;
  const { receive, noteOnce, wake, log } = parts();
  expect(await receive(headers, text)).toBe(status);
  expect(noteOnce).not.toHaveBeenCalled();
  expect(wake).not.toHaveBeenCalled();
  expect(log.warn).toHaveBeenCalledWith({ problem }, 'fleet callback refused');
});

test('a callback is not answered as heard when it could not be noted, and counts when it is sent again', async () => {
  const { receive, noteOnce, wake } = parts();
  const headers = signed(body);
  noteOnce.mockRejectedValueOnce(new Error('connection lost'));
  await expect(receive(headers, body)).rejects.toThrow('connection lost');
  expect(wake).not.toHaveBeenCalled();
  expect(await receive(headers, body)).toBe(204);
  expect(wake).toHaveBeenCalledOnce();
});

test('a callback is not answered as heard when its run could not be woken', async () => {
  const { receive, wake, onWake } = parts();
  wake.mockRejectedValueOnce(new Error('connection lost'));
  await expect(receive(signed(body), body)).rejects.toThrow('connection lost');
  expect(onWake).not.toHaveBeenCalled();
});
