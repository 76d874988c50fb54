import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';

/** People who write to a bot over connections that stay open, as Teams does. */
export function createClient(serviceUrl: string, inFlight: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: inFlight });

  function post(url: string, body: unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const sent = request(
        `${url}/api/messages`,
        { method: 'POST', agent, headers: { 'content-type': 'application/json' } },
        async (response) => {
          const parts: Buffer[] = [];
          for await (const part of response) parts.push(part as Buffer);
          const text = Buffer.concat(parts).toString('utf8');
          if (response.statusCode === 200) resolve(text ? JSON.parse(text) : undefined);
          else reject(new Error(`${response.statusCode} ${text}`));
        },
      );
      sent.on('error', reject);
      sent.end(JSON.stringify(body));
    });
  }

  const activity = (user: string, parts: object) => ({
    id: randomUUID(),
    channelId: 'msteams',
    serviceUrl,
    from: { id: `29:${user}`, aadObjectId: user, name: 'Ada Nurse' },
    recipient: { id: '28:bot', name: 'Smartcard support' },
    conversation: { id: `a:${user}`, conversationType: 'personal', tenantId: 'bench' },
    ...parts,
  });

  return {
    /** Somebody new writes. Resolves when the bot has answered the activity. */
    say: (url: string, text: string) =>
      post(url, activity(randomUUID(), { type: 'message', text })).then(() => {}),
    /** Resolves with the bot's answer, which holds the next card. */
    press: (url: string, user: string, data: object) =>
      post(
        url,
        activity(user, {
          type: 'invoke',
          name: 'adaptiveCard/action',
          replyToId: `m-${user}`,
          value: { action: { data } },
        }),
      ),
    close: () => agent.destroy(),
  };
}
