import { describe, expect, test } from 'vitest';
import { ConfigError, loadConfig } from '../src/config.ts';

const registered = {
  BOT_ID: 'id',
  BOT_TYPE: 'SingleTenant',
  BOT_TENANT_ID: 'tenant',
  BOT_PASSWORD: 'secret',
};

function problemsOf(env: Record<string, string>): string {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('It was accepted.');
}

describe('an environment', () => {
  test('with nothing set runs the bot for this machine alone', () => {
    expect(loadConfig({})).toEqual({
      port: 3978,
      host: '127.0.0.1',
      dataDir: '.data',
      databaseUrl: undefined,
      bot: undefined,
      logLevel: 'info',
    });
  });

  test('with empty values is the same as one with nothing set', () => {
    expect(loadConfig({ PORT: '', BOT_ID: ' ', DATABASE_URL: '' })).toEqual(loadConfig({}));
  });

  test('with a registration may listen to everybody', () => {
    expect(loadConfig({ ...registered, HOST: '0.0.0.0' })).toMatchObject({
      host: '0.0.0.0',
      bot: { id: 'id', type: 'SingleTenant', tenantId: 'tenant', password: 'secret' },
    });
  });

  test('of a managed identity needs no password', () => {
    const { BOT_PASSWORD, ...rest } = registered;
    expect(loadConfig({ ...rest, BOT_TYPE: 'UserAssignedMSI' }).bot).toMatchObject({
      password: undefined,
    });
  });

  test.each([
    ['a port that is a word', { PORT: 'http' }, /PORT must be a number/],
    ['a port that is too high', { PORT: '70000' }, /PORT must be 65535 or less/],
    [
      'a database that is not PostgreSQL',
      { DATABASE_URL: 'mysql://x' },
      /DATABASE_URL must start with postgres/,
    ],
    [
      'an open door and no registration',
      { HOST: '0.0.0.0' },
      /HOST must be 127\.0\.0\.1 while BOT_ID is not set/,
    ],
    [
      'a misspelt type',
      { ...registered, BOT_TYPE: 'Singletenant' },
      /BOT_TYPE must be SingleTenant or UserAssignedMSI/,
    ],
    [
      'no type',
      { BOT_ID: 'id', BOT_TENANT_ID: 't', BOT_PASSWORD: 'p' },
      /BOT_TYPE must be set with BOT_ID/,
    ],
    ['no tenant', { ...registered, BOT_TENANT_ID: '' }, /BOT_TENANT_ID must be set with BOT_ID/],
    [
      'no password',
      { ...registered, BOT_PASSWORD: '' },
      /BOT_PASSWORD must be set for BOT_TYPE SingleTenant/,
    ],
    [
      'a password and no bot',
      { BOT_PASSWORD: 'secret' },
      /BOT_PASSWORD has no effect without BOT_ID/,
    ],
  ])('with %s is refused with the key, the rule and the fix', (_name, env, says) => {
    expect(problemsOf(env)).toMatch(says);
  });

  test('with several problems tells them all at once, and never a secret', () => {
    const message = problemsOf({
      PORT: 'x',
      DATABASE_URL: 'mysql://user:hunter2@host',
      LOG_LEVEL: 'loud',
    });
    for (const key of ['PORT', 'DATABASE_URL', 'LOG_LEVEL']) expect(message).toContain(key);
    expect(message).not.toContain('hunter2');
  });
});
