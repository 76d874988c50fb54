import restify from 'restify';
import type { Log } from './telemetry/log.ts';

interface Answer {
  status: number;
  body?: unknown;
}

interface Options {
  receive: (authorization: string, body: unknown) => Promise<Answer>;
  /** Resolves when the database answers and the bot takes messages. */
  ready: () => Promise<boolean>;
  /** Takes a call of the fleet agent, as it came, and says with which status to answer. */
  receiveFleetCallback:
    | ((headers: Readonly<Record<string, string>>, body: string) => Promise<number>)
    | undefined;
  log: Log;
}

/** Teams sends 28 KB cards and 100 KB messages at most; what is larger is not from Teams. */
const maxBodyBytes = 256 * 1024;

/** A request at hand has this long to end when the bot stops. */
const closeMs = 5_000;

/** Takes no new connections and waits for the requests at hand, but not for somebody who sends nothing. */
export async function closeServer(server: restify.Server): Promise<void> {
  const cutOff = setTimeout(() => server.server.closeAllConnections(), closeMs);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  clearTimeout(cutOff);
}

/** The routes. JSON only: a form or a file is refused with 415 before it is read. */
export function createServer({
  receive,
  ready,
  receiveFleetCallback,
  log,
}: Options): restify.Server {
  const server = restify.createServer({ name: 'smartcard-support-bot', ignoreTrailingSlash: true });

  // Teams sends at once. A caller that dribbles gives its place up.
  server.server.headersTimeout = 10_000;
  server.server.requestTimeout = 20_000;

  server.pre((request, response, next) => {
    if (request.method === 'POST' && !request.is('application/json')) {
      response.send(415, { error: { code: 'MediaType', message: 'Send application/json.' } });
      return next(false);
    }
    // Restify unpacks without counting, and a body that is not what it says ends the process.
    const encoding = request.header('content-encoding', 'identity');
    if (encoding !== 'identity') {
      response.send(415, { error: { code: 'Encoding', message: 'Send the body as it is.' } });
      return next(false);
    }
    return next();
  });
  const reading = { maxBodySize: maxBodyBytes, mapParams: false };
  server.use(restify.plugins.jsonBodyParser(reading));

  server.post('/api/messages', async (request, response) => {
    const { status, body } = await receive(request.header('authorization', ''), request.body);
    if (body === undefined) response.send(status);
    else response.send(status, body);
  });
  if (receiveFleetCallback) {
    server.post('/api/fleet/callback', async (request, response) => {
      const headers = Object.fromEntries(
        Object.entries(request.headers).flatMap(([name, value]) =>
          typeof value === 'string' ? [[name, value]] : [],
        ),
      );
      // The signature is over the bytes that were sent, not over what they mean.
      const { rawBody } = request as unknown as { rawBody?: unknown };
      response.send(
        await receiveFleetCallback(headers, typeof rawBody === 'string' ? rawBody : ''),
      );
    });
  }
  server.get('/healthz', async (_request, response) => {
    response.send(200, { status: 'alive' });
  });
  server.get('/readyz', async (_request, response) => {
    const isReady = await ready();
    response.send(isReady ? 200 : 503, { status: isReady ? 'ready' : 'not ready' });
  });

  // Restify puts the text of an error into its answer, which may tell a caller how we are built.
  server.on('restifyError', (_request, _response, error, done) => {
    const status = typeof error.statusCode === 'number' ? error.statusCode : 500;
    if (status >= 500) log.error({ err: error }, 'request failed');
    const message = status >= 500 ? 'The request failed.' : (error.body?.message ?? error.message);
    error.toJSON = () => ({ error: { code: error.body?.code ?? 'Error', message } });
    error.toString = () => message;
    return done();
  });
  return server;
}
