import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startFleet, type TestFleet } from '../../support/fleet.ts';

const headers = { authorization: 'Bearer fleet-token' };
let fleet: TestFleet;
beforeAll(async () => {
  fleet = await startFleet();
});
afterEach(async () => {
  const after = await fetch(`${fleet.config.url}/healthz`);
  expect(after.status).toBe(200);
});
afterAll(() => fleet.close());

test('an address that is none is refused', async () => {
  const { hostname, port } = new URL(fleet.config.url);
  const socket = connect(Number(port), hostname);
  socket.end('GET // HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 400 /);
});

test.each([
  ['/v1/devices/%E0%A4', 400],
  ['/v1/check-runs/run-1/results', 404],
  ['/v1/devices/', 400],
  ['/v2/devices', 404],
  ['/', 404],
])('GET %s is answered with %i', async (path, status) => {
  const answer = await fetch(`${fleet.config.url}${path}`, { headers });
  expect(answer.status).toBe(status);
  expect(await answer.json()).toMatchObject({ status, title: expect.any(String) });
});

test('more than it reads is refused, and whoever sent it hears so', async () => {
  const { hostname, port } = new URL(fleet.config.url);
  const path = '/v1/check-runs';
  const large = httpRequest({ hostname, port, method: 'POST', path, headers });
  large.end(' '.repeat(400 * 1024));
  const [response] = await once(large, 'response');
  expect(response.statusCode).toBe(400);
  response.resume();
});
