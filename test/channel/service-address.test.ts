import { expect, test } from 'vitest';
import { isTrustedServiceAddress } from '../../src/channel/service-address.ts';

test.each([
  ['https://smba.trafficmanager.net/uk/', true],
  ['https://smba.infra.gov.teams.microsoft.us/', true],
  ['http://smba.trafficmanager.net/uk/', false],
  ['https://evil.trafficmanager.net/', false],
  ['https://smba.trafficmanager.net.evil.example/', false],
  ['https://smba.trafficmanager.net@evil.example/', false],
  ['http://127.0.0.1:56150/', false],
  ['not an address', false],
])('a bot with a token answers to %s: %s', (address, isTrusted) => {
  expect(isTrustedServiceAddress(address, true)).toBe(isTrusted);
});

test.each([
  ['http://127.0.0.1:56150/_connector', true],
  ['http://localhost:1234/', true],
  ['http://[::1]:1234/', true],
  ['https://smba.trafficmanager.net/uk/', false],
  ['http://169.254.169.254/', false],
  ['http://127.0.0.1.evil.example/', false],
])('a bot without a token answers to %s: %s', (address, isTrusted) => {
  expect(isTrustedServiceAddress(address, false)).toBe(isTrusted);
});
