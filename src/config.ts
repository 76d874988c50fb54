import { z } from 'zod';
import {
  checkFleetEnvironment,
  type FleetConfig,
  fleetConfigFrom,
  fleetEnvironment,
} from './fleet/fleet-config.ts';

const loopback = new Set(['127.0.0.1', '::1', 'localhost']);

const optional = z
  .string()
  .trim()
  .optional()
  .transform((value) => value || undefined);

const Environment = z
  .object({
    PORT: z.coerce
      .number('must be a number')
      .int('must be a whole number')
      .min(0, 'must be 0 or more')
      .max(65_535, 'must be 65535 or less')
      .default(3978),
    HOST: z.string().trim().min(1).default('127.0.0.1'),
    DATA_DIR: z.string().trim().min(1).default('.data'),
    DATABASE_URL: optional.refine(
      (value) => value === undefined || /^postgres(ql)?:\/\//.test(value),
      {
        error: 'must start with postgres:// or postgresql://',
      },
    ),
    BOT_ID: optional,
    BOT_TYPE: z
      .enum(['SingleTenant', 'UserAssignedMSI'], 'must be SingleTenant or UserAssignedMSI')
      .optional(),
    BOT_TENANT_ID: optional,
    BOT_PASSWORD: optional,
    ...fleetEnvironment,
    LOG_LEVEL: z
      .enum(
        ['debug', 'info', 'warn', 'error', 'silent'],
        'must be debug, info, warn, error or silent',
      )
      .default('info'),
  })
  .superRefine((env, context) => {
    const problem = (key: string, message: string) =>
      context.addIssue({ code: 'custom', path: [key], message });
    checkFleetEnvironment(env, problem);
    if (!env.BOT_ID) {
      if (!loopback.has(env.HOST)) {
        problem(
          'HOST',
          'must be 127.0.0.1 while BOT_ID is not set: without it nobody is asked who they are',
        );
      }
      for (const key of ['BOT_TYPE', 'BOT_TENANT_ID', 'BOT_PASSWORD'] as const) {
        if (env[key]) problem(key, 'has no effect without BOT_ID: set BOT_ID or remove it');
      }
      return;
    }
    if (!env.BOT_TYPE)
      problem('BOT_TYPE', 'must be set with BOT_ID: SingleTenant or UserAssignedMSI');
    if (!env.BOT_TENANT_ID)
      problem('BOT_TENANT_ID', 'must be set with BOT_ID: the id of your Microsoft Entra tenant');
    if (env.BOT_TYPE === 'SingleTenant' && !env.BOT_PASSWORD) {
      problem(
        'BOT_PASSWORD',
        'must be set for BOT_TYPE SingleTenant: the client secret of the app registration',
      );
    }
  });

/** How the bot proves who it is to Teams, and Teams to the bot. */
export interface BotIdentity {
  id: string;
  type: 'SingleTenant' | 'UserAssignedMSI';
  tenantId: string;
  password: string | undefined;
}

/** Everything that differs between one place the bot runs in and another. */
export interface Config {
  port: number;
  host: string;
  dataDir: string;
  /** Undefined: the bot starts a PostgreSQL server of its own in `dataDir`. */
  databaseUrl: string | undefined;
  /** Undefined: nobody is authenticated, and only this machine can reach the bot. */
  bot: BotIdentity | undefined;
  /** Undefined: PCs are never looked at, and no card mentions it. */
  fleet: FleetConfig | undefined;
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

/** The environment cannot be used; the message names every key, what is wrong and what to set. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/**
 * Reads the configuration from an environment. An empty value counts as not set.
 *
 * @throws ConfigError with all problems at once
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const result = Environment.safeParse(set);
  if (!result.success) {
    const lines = result.error.issues.map(({ path, message }) => `  ${path.join('.')} ${message}`);
    throw new ConfigError(`The environment needs attention:\n${lines.join('\n')}`);
  }
  const {
    PORT,
    HOST,
    DATA_DIR,
    DATABASE_URL,
    BOT_ID,
    BOT_TYPE,
    BOT_TENANT_ID,
    BOT_PASSWORD,
    LOG_LEVEL,
  } = result.data;
  return {
    port: PORT,
    host: HOST,
    dataDir: DATA_DIR,
    databaseUrl: DATABASE_URL,
    bot:
      BOT_ID && BOT_TYPE && BOT_TENANT_ID
        ? { id: BOT_ID, type: BOT_TYPE, tenantId: BOT_TENANT_ID, password: BOT_PASSWORD }
        : undefined,
    fleet: fleetConfigFrom(result.data),
    logLevel: LOG_LEVEL,
  };
}
