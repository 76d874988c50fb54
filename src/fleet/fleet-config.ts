import { z } from 'zod';

const loopback = new Set(['127.0.0.1', '[::1]', 'localhost']);

const optional = z
  .string()
  .trim()
  .optional()
  .transform((value) => value || undefined);

/** An address without a name or password in it; http only on this machine, because a token goes there. */
const address = z
  .string()
  .trim()
  .optional()
  .superRefine((value, context) => {
    if (!value) return;
    const problem = (message: string) => context.addIssue({ code: 'custom', message });
    const url = URL.parse(value);
    if (!url || !/^https?:$/.test(url.protocol))
      return problem('must be an address such as https://fleet.example');
    if (url.username || url.password) problem('must not hold a name or a password');
    if (url.protocol === 'http:' && !loopback.has(url.hostname)) {
      problem('must start with https://, because a token is sent there');
    }
  })
  .transform((value) => value?.replace(/\/+$/, '') || undefined);

const list = z
  .string()
  .optional()
  .transform((value) => (value ?? '').split(/[\s,]+/).filter(Boolean));

// Pages that smartcard log in passes through, as listed for network teams. That they are also the ones
// that have to reach the PC itself is our conclusion.
// https://digital.nhs.uk/services/care-identity-service/setting-up-and-troubleshooting/allowing-domains-in-care-identity-service
// (16 January 2024)
const knownLogInOrigins = [
  'https://am.nhsidentity.spineservices.nhs.uk',
  'https://trustedurl.national.ncrs.nhs.uk',
  'https://manage-care-identities.care-identity-service2.nhs.uk',
  'https://gas.national.ncrs.nhs.uk',
];

/** The settings of the fleet agent, by the names of the environment. */
export const fleetEnvironment = {
  FLEET_DRIVER: z.enum(['agent', 'fleetdm'], 'must be agent or fleetdm').optional(),
  FLEET_NAME: optional,
  FLEET_AGENT_URL: address,
  FLEET_AGENT_TOKEN: optional,
  FLEET_AGENT_TOKEN_URL: address,
  FLEET_AGENT_CLIENT_ID: optional,
  FLEET_AGENT_CLIENT_SECRET: optional,
  FLEET_AGENT_SCOPE: optional,
  FLEET_AGENT_CALLBACK_URL: address,
  FLEET_AGENT_CALLBACK_SECRET: optional.refine(
    (value) => value === undefined || /^whsec_[A-Za-z0-9+/]{32,}={0,2}$/.test(value),
    { error: 'must start with whsec_, followed by at least 24 bytes in Base64' },
  ),
  FLEETDM_URL: address,
  FLEETDM_TOKEN: optional,
  FLEET_PROCESS_NAME: optional,
  FLEET_PRODUCT_CODES: list.refine(
    (codes) => codes.every((code) => /^\{[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}$/i.test(code)),
    {
      error:
        'must be product codes such as {01234567-89AB-CDEF-0123-456789ABCDEF}, with commas between',
    },
  ),
  FLEET_LOG_IN_ORIGINS: list.refine(
    (origins) => origins.every((origin) => URL.parse(origin)?.origin === origin),
    {
      error: 'must be addresses such as https://login.example without a path, with commas between',
    },
  ),
};
const Environment = z.object(fleetEnvironment);
type Environment = z.infer<typeof Environment>;

/** How to reach the fleet agent, and what to ask. */
export type FleetConfig = {
  /** The name people know the agent by, shown on cards. */
  name: string;
  processName: string | undefined;
  productCodes: readonly string[];
  logInOrigins: readonly string[];
} & (
  | {
      driver: 'agent';
      url: string;
      credentials:
        | { kind: 'token'; token: string }
        | {
            kind: 'client';
            tokenUrl: string;
            clientId: string;
            clientSecret: string;
            scope?: string;
          };
      /** Where the agent calls back, and the secret that it signs with. */
      callback: { url: string; secret: string } | undefined;
    }
  | { driver: 'fleetdm'; url: string; token: string }
);

type Tell = (key: keyof Environment, message: string) => void;

const agentKeys = [
  'FLEET_AGENT_URL',
  'FLEET_AGENT_TOKEN',
  'FLEET_AGENT_TOKEN_URL',
  'FLEET_AGENT_CLIENT_ID',
  'FLEET_AGENT_CLIENT_SECRET',
  'FLEET_AGENT_SCOPE',
  'FLEET_AGENT_CALLBACK_URL',
  'FLEET_AGENT_CALLBACK_SECRET',
] as const;
const fleetdmKeys = ['FLEETDM_URL', 'FLEETDM_TOKEN'] as const;

/** Tells what does not fit together. Each value by itself has been checked. */
export function checkFleetEnvironment(env: Environment, tell: Tell): void {
  const unused = (keys: readonly (keyof Environment)[], without: string) => {
    for (const key of keys) if (env[key]) tell(key, `has no effect without ${without}`);
  };
  if (env.FLEET_DRIVER !== 'agent') unused(agentKeys, 'FLEET_DRIVER=agent');
  if (env.FLEET_DRIVER !== 'fleetdm') unused(fleetdmKeys, 'FLEET_DRIVER=fleetdm');
  if (env.FLEET_DRIVER === 'fleetdm') {
    for (const key of fleetdmKeys) if (!env[key]) tell(key, 'must be set for FLEET_DRIVER=fleetdm');
  }
  if (env.FLEET_DRIVER === 'agent') checkAgent(env, tell);
}

function checkAgent(env: Environment, tell: Tell): void {
  if (!env.FLEET_AGENT_URL) tell('FLEET_AGENT_URL', 'must be set for FLEET_DRIVER=agent');
  const client = [
    'FLEET_AGENT_TOKEN_URL',
    'FLEET_AGENT_CLIENT_ID',
    'FLEET_AGENT_CLIENT_SECRET',
  ] as const;
  const isClient = client.some((key) => env[key]);
  if (!env.FLEET_AGENT_TOKEN && !isClient) {
    tell(
      'FLEET_AGENT_TOKEN',
      'must be set for FLEET_DRIVER=agent, or FLEET_AGENT_CLIENT_ID with its secret and token address',
    );
  }
  if (isClient) {
    for (const key of client)
      if (!env[key]) tell(key, 'must be set: client credentials need all three');
    if (env.FLEET_AGENT_TOKEN)
      tell('FLEET_AGENT_TOKEN', 'must not be set beside client credentials: use one of the two');
  }
  if (Boolean(env.FLEET_AGENT_CALLBACK_URL) !== Boolean(env.FLEET_AGENT_CALLBACK_SECRET)) {
    tell(
      env.FLEET_AGENT_CALLBACK_URL ? 'FLEET_AGENT_CALLBACK_SECRET' : 'FLEET_AGENT_CALLBACK_URL',
      'must be set too: a callback needs an address and a secret',
    );
  }
}

/** The settings as the bot uses them. Undefined when no driver is chosen. */
export function fleetConfigFrom(env: Environment): FleetConfig | undefined {
  const common = {
    name: env.FLEET_NAME ?? 'your organisation’s PC management',
    processName: env.FLEET_PROCESS_NAME,
    productCodes: env.FLEET_PRODUCT_CODES,
    logInOrigins:
      env.FLEET_LOG_IN_ORIGINS.length > 0 ? env.FLEET_LOG_IN_ORIGINS : knownLogInOrigins,
  };
  if (env.FLEET_DRIVER === 'fleetdm' && env.FLEETDM_URL && env.FLEETDM_TOKEN) {
    return { ...common, driver: 'fleetdm', url: env.FLEETDM_URL, token: env.FLEETDM_TOKEN };
  }
  if (env.FLEET_DRIVER !== 'agent' || !env.FLEET_AGENT_URL) return undefined;
  const { FLEET_AGENT_CALLBACK_URL: url, FLEET_AGENT_CALLBACK_SECRET: secret } = env;
  return {
    ...common,
    driver: 'agent',
    url: env.FLEET_AGENT_URL,
    credentials: env.FLEET_AGENT_TOKEN
      ? { kind: 'token', token: env.FLEET_AGENT_TOKEN }
      : {
          kind: 'client',
          tokenUrl: env.FLEET_AGENT_TOKEN_URL ?? '',
          clientId: env.FLEET_AGENT_CLIENT_ID ?? '',
          clientSecret: env.FLEET_AGENT_CLIENT_SECRET ?? '',
          ...(env.FLEET_AGENT_SCOPE ? { scope: env.FLEET_AGENT_SCOPE } : {}),
        },
    callback: url && secret ? { url, secret } : undefined,
  };
}
