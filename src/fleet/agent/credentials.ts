import { z } from 'zod';
import { FleetFailure } from '../fleet-failure.ts';
import { requestJson } from '../request-json.ts';

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
  access_token: z.string().min(1).max(10_000),
  expires_in: z.number().positive().optional(),
});

const timeoutMs = 10_000;
/** So that a token does not run out on its way. */
const marginMs = 60_000;
/** RFC 6749 lets a server leave the lifetime out. */
const usualLifeMs = 5 * 60_000;

type Client = Extract<AgentCredentials, { kind: 'client' }>;

async function fetchToken({ tokenUrl, clientId, clientSecret, scope }: Client) {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
    ...(scope ? { scope } : {}),
  });
  const answer = await requestJson({ url: new URL(tokenUrl), method: 'POST', body, timeoutMs });
  const parsed = TokenAnswer.safeParse(answer.body);
  if (!parsed.success)
    throw new FleetFailure('wrong', 'the token address answered without a token');
  return parsed.data;
}

/** One token at a time for all calls: while it is fetched, everybody waits for the same answer. */
function clientTokens(client: Client, now: () => Date): TokenSource {
  let current: { token: Promise<string>; until: number } | undefined;

  function renew(): Promise<string> {
    const renewed = { token: Promise.resolve(''), until: Number.POSITIVE_INFINITY };
    renewed.token = fetchToken(client).then(({ access_token, expires_in }) => {
      const life = expires_in === undefined ? usualLifeMs : expires_in * 1_000;
      renewed.until = now().getTime() + Math.max(life - marginMs, life / 2);
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
    refused: () => {
      current = undefined;
      return true;
    },
  };
}

export function createTokenSource(credentials: AgentCredentials, now: () => Date): TokenSource {
  if (credentials.kind === 'client') return clientTokens(credentials, now);
  return { token: async () => credentials.token, refused: () => false };
}
