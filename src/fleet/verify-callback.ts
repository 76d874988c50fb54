import { Webhook } from 'standardwebhooks';
import { z } from 'zod';
import { AgentId } from './agent/agent-id.ts';

const Callback = z.object({
  type: z.literal('check-run.finished'),
  data: z.object({ id: AgentId }),
});

/** What a callback says, or why it is not listened to. */
export type VerifiedCallback =
  | { webhookId: string; agentRunId: string }
  | { problem: 'forged' | 'late' | 'not-understood' };

/** The library tells apart only by its words what we answer and log differently. */
function problemOf(error: unknown): 'forged' | 'late' {
  return error instanceof Error && /timestamp too (old|new)/.test(error.message)
    ? 'late'
    : 'forged';
}

/** Headers by names in small letters. Undefined when one came twice: which of the two was signed? */
function headersOnce(headers: Readonly<Record<string, string>>) {
  const once = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  return once.size === Object.keys(headers).length ? Object.fromEntries(once) : undefined;
}

function parse(body: string): z.infer<typeof Callback> | undefined {
  try {
    return Callback.parse(JSON.parse(body));
  } catch {
    return undefined;
  }
}

/**
 * Checks that a callback was signed with our secret in the last five minutes, as Standard Webhooks
 * asks (https://www.standardwebhooks.com). Whether it came before is for the caller to know.
 *
 * @param secret `whsec_` and at least 24 bytes in Base64
 * @param headers names in any case
 * @param body as it was sent, to the letter
 */
export function verifyCallback(
  secret: string,
  headers: Readonly<Record<string, string>>,
  body: string,
): VerifiedCallback {
  const once = headersOnce(headers);
  if (!once) return { problem: 'forged' };
  try {
    new Webhook(secret).verify(body, once, { jsonParse: false });
  } catch (error) {
    return { problem: problemOf(error) };
  }
  const webhookId = once['webhook-id'] ?? '';
  const callback = parse(body);
  if (!callback || webhookId === '' || webhookId.length > 200) return { problem: 'not-understood' };
  return { webhookId, agentRunId: callback.data.id };
}
