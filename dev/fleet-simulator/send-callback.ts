import { randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';

const timeoutMs = 10_000;

/** Tells the bot that a run is over, signed as Standard Webhooks asks. A bot that does not hear it looks by itself. */
export async function sendCallback(url: string, secret: string, runId: string): Promise<void> {
  const at = new Date();
  const id = `msg-${randomUUID()}`;
  const body = JSON.stringify({
    type: 'check-run.finished',
    timestamp: at.toISOString(),
    data: { id: runId },
  });
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
    'webhook-signature': new Webhook(secret).sign(id, at, body),
  };
  const signal = AbortSignal.timeout(timeoutMs);
  await fetch(url, { method: 'POST', headers, body, signal }).catch(() => undefined);
}
