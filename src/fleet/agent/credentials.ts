import { z } from 'zod';
import { FleetFailure } from '../fleet-failure.ts';
import { requestJson, StatusFailure } from '../request-json.ts';

/** How the bot proves to the agent who it is. */
export type AgentCredentials =
  | { kind: 'token'; token: string }
  | { kind: 'client'; tokenUrl: string; clientId: string; clientSecret: string; scope?: string };

/** Where tokens come from. */
export interface TokenSource {
  token: () => Promise<string>;
  /** The agent did not take this token. Returns whether a fresh one can be had. */
  refused: (token: string) => boolean;
}

const TokenAnswer = z.object({
  // What a header can hold, RFC 6750.
  access_token: z
    .string()
    .max(10_000)
    .regex(/^[\x21-\x7e]+$/),
  // RFC 6749 says a number; there are servers that send it as a text.
  expires_in: z.coerce.number().positive().optional().catch(undefined),
});

const timeoutMs = 10_000;
/** So that a token does not run out on its way. */
const marginMs = 60_000;
/** RFC 6749 lets a server leave the lifetime out. */
const usualLifeMs = 5 * 60_000;

type Client = Extract<AgentCredentials, { kind: 'client' }>;

/**
 * A token address that answers with 4xx does not take our credentials, whatever it calls that: RFC 6749
 * has 400 for it. It never is the agent saying that it does not know a PC.
 */
function tokenFailure(error: unknown): unknown {
  if (!(error instanceof FleetFailure)) return error;
  const { kind, message, retryAfterMs } = error;
  const isRefusal = error instanceof StatusFailure && error.status < 500 && error.status >= 400;
  const words = `the token address: ${message}`;
  return new FleetFailure(isRefusal && kind !== 'busy' ? 'refused' : kind, words, { retryAfterMs });
}

async function fetchToken({ tokenUrl, clientId, clientSecret, scope }: Client) {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
    ...(scope ? { scope } : {}),
  });
  const url = new URL(tokenUrl);
  const answer = await requestJson({ url, method: 'POST', body, timeoutMs }).catch((error) => {
    throw tokenFailure(error);
  });
  const parsed = TokenAnswer.safeParse(answer.body);
  if (!parsed.success)
    throw new FleetFailure('wrong', 'the token address: answered without a usable token');
  return parsed.data;
}

/** One token at a time for all calls: while it is fetched, everybody waits for the same answer. */
function clientTokens(client: Client, now: () => Date): TokenSource {
  let current: { token: Promise<string>; value: string | undefined; until: number } | undefined;

  function renew(): Promise<string> {
    const renewed: NonNullable<typeof current> = {
      token: Promise.resolve(''),
      value: undefined,
      until: Number.POSITIVE_INFINITY,
    };
    renewed.token = fetchToken(client).then(({ access_token, expires_in }) => {
      const life = expires_in === undefined ? usualLifeMs : expires_in * 1_000;
      renewed.until = now().getTime() + Math.max(life - marginMs, life / 2);
      renewed.value = access_token;
      return access_token;
    });
    renewed.token.catch(() => {
      if (current === renewed) current = undefined;
    });
    current = renewed;
    return renewed.token;
  }

  return {
    token: () => (current && now().getTime() < current.until ? current.token : renew()),
    refused: (token) => {
      // Of many calls refused at once, only the first finds its token still in use.
      if (current?.value === token) current = undefined;
      return true;
    },
  };
}

export function createTokenSource(credentials: AgentCredentials, now: () => Date): TokenSource {
  if (credentials.kind === 'client') return clientTokens(credentials, now);
  return { token: async () => credentials.token, refused: () => false };
}
