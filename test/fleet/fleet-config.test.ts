import { describe, expect, test } from 'vitest';
import { ConfigError, loadConfig } from '../../src/config.ts';

const token = {
  FLEET_DRIVER: 'agent',
  FLEET_AGENT_URL: 'https://fleet.example/',
  FLEET_AGENT_TOKEN: 't',
};
const client = {
  FLEET_DRIVER: 'agent',
  FLEET_AGENT_URL: 'https://fleet.example',
  FLEET_AGENT_TOKEN_URL: 'https://login.example/token',
  FLEET_AGENT_CLIENT_ID: 'bot',
  FLEET_AGENT_CLIENT_SECRET: 'secret',
};
const secret = `whsec_${Buffer.alloc(24).toString('base64')}`;

function problemsOf(env: Record<string, string>): string {
  try {
    loadConfig(env);
    return '';
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
}

test('without a driver there is no fleet', () => {
  expect(loadConfig({}).fleet).toBeUndefined();
  expect(loadConfig({ FLEET_DRIVER: ' ' }).fleet).toBeUndefined();
});

test('an agent with a token', () => {
  expect(loadConfig(token).fleet).toMatchObject({
    driver: 'agent',
    url: 'https://fleet.example',
    credentials: { kind: 'token', token: 't' },
    callback: undefined,
    processName: undefined,
    productCodes: [],
  });
});

test('an agent with client credentials and callbacks', () => {
  const fleet = loadConfig({
    ...client,
    FLEET_AGENT_CALLBACK_URL: 'https://bot.example/api/fleet/callback',
    FLEET_AGENT_CALLBACK_SECRET: secret,
  }).fleet;
  expect(fleet).toMatchObject({
    credentials: { kind: 'client', clientId: 'bot', tokenUrl: 'https://login.example/token' },
    callback: { url: 'https://bot.example/api/fleet/callback', secret },
  });
});

test('Fleet with a token', () => {
  const env = { FLEET_DRIVER: 'fleetdm', FLEETDM_URL: 'https://fleet.example', FLEETDM_TOKEN: 't' };
  expect(loadConfig(env).fleet).toMatchObject({ driver: 'fleetdm', token: 't' });
});

test('what is not published comes from the environment', () => {
  const fleet = loadConfig({
    ...token,
    FLEET_PROCESS_NAME: 'Credential*',
    FLEET_PRODUCT_CODES:
      '{01234567-89AB-CDEF-0123-456789ABCDEF}, {11234567-89ab-cdef-0123-456789abcdef}',
    FLEET_LOG_IN_ORIGINS: 'https://login.example',
  }).fleet;
  expect(fleet?.processName).toBe('Credential*');
  expect(fleet?.productCodes).toHaveLength(2);
  expect(fleet?.logInOrigins).toEqual(['https://login.example']);
});

test('on this machine an agent needs no https', () => {
  expect(problemsOf({ ...token, FLEET_AGENT_URL: 'http://127.0.0.1:8080' })).toBe('');
});

describe('refuses to start, and says what to set', () => {
  test.each<[string, Record<string, string>, RegExp]>([
    ['an unknown driver', { FLEET_DRIVER: 'intune' }, /FLEET_DRIVER must be agent or fleetdm/],
    [
      'an address without a driver',
      { FLEET_AGENT_URL: 'https://a.example' },
      /FLEET_AGENT_URL has no effect without FLEET_DRIVER=agent/,
    ],
    ['the other driver’s token', { ...token, FLEETDM_TOKEN: 't' }, /FLEETDM_TOKEN has no effect/],
    [
      'no address',
      { FLEET_DRIVER: 'agent', FLEET_AGENT_TOKEN: 't' },
      /FLEET_AGENT_URL must be set/,
    ],
    [
      'no credentials',
      { FLEET_DRIVER: 'agent', FLEET_AGENT_URL: 'https://a.example' },
      /FLEET_AGENT_TOKEN must be set/,
    ],
    [
      'a token over http',
      { ...token, FLEET_AGENT_URL: 'http://fleet.example' },
      /https:\/\/, because a token/,
    ],
    [
      'a password in the address',
      { ...token, FLEET_AGENT_URL: 'https://me:pw@fleet.example' },
      /must not hold a name/,
    ],
    ['no address at all', { ...token, FLEET_AGENT_URL: 'fleet' }, /must be an address/],
    [
      'half of the client credentials',
      { ...client, FLEET_AGENT_CLIENT_SECRET: '' },
      /FLEET_AGENT_CLIENT_SECRET must be set/,
    ],
    ['both kinds of credentials', { ...client, FLEET_AGENT_TOKEN: 't' }, /use one of the two/],
    [
      'a callback without its secret',
      { ...token, FLEET_AGENT_CALLBACK_URL: 'https://bot.example/x' },
      /FLEET_AGENT_CALLBACK_SECRET must be set too/,
    ],
    [
      'a secret that is too short',
      { ...token, FLEET_AGENT_CALLBACK_SECRET: 'whsec_AAAA' },
      /must start with whsec_/,
    ],
    [
      'Fleet without its token',
      { FLEET_DRIVER: 'fleetdm', FLEETDM_URL: 'https://a.example' },
      /FLEETDM_TOKEN must be set/,
    ],
    [
      'a product code without braces',
      { ...token, FLEET_PRODUCT_CODES: '1234' },
      /must be product codes/,
    ],
    [
      'a page instead of an origin',
      { ...token, FLEET_LOG_IN_ORIGINS: 'https://a.example/login' },
      /without a path/,
    ],
  ])('%s', (_name, env, problem) => {
    expect(problemsOf(env)).toMatch(problem);
  });

  test('without ever quoting a secret', () => {
    const problems = problemsOf({
      ...client,
      FLEET_AGENT_TOKEN: 'top-secret',
      FLEET_AGENT_CALLBACK_SECRET: 'top-secret',
    });
    expect(problems).not.toContain('top-secret');
  });
});
