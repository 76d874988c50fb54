import { once } from 'node:events';
import { createApp } from './app.ts';
import { ConfigError, loadConfig } from './config.ts';
import { KnowledgeError } from './knowledge/knowledge-error.ts';
import { EmbeddedServerError } from './store/embedded-server-error.ts';
import { DatabaseError } from './store/migrate.ts';
import { createLog } from './telemetry/log.ts';

const forOperators = [ConfigError, KnowledgeError, EmbeddedServerError, DatabaseError];

/** What to print when the bot cannot start: plain words where they were written for that, else everything. */
function startProblem(error: unknown, port: number | undefined): unknown {
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return `Port ${port} is taken. End the program that uses it, or set PORT to another one.`;
  }
  return forOperators.some((known) => error instanceof known) ? (error as Error).message : error;
}

// Asked for before anything starts: a signal in the middle of it must not leave the database running.
const stopAsked = new Promise<string>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => resolve(signal));
});

let port: number | undefined;
try {
  const config = loadConfig(process.env);
  port = config.port;
  const log = createLog(config.logLevel);
  const app = await createApp(config, log);
  try {
    app.server.listen(config.port, config.host);
    await once(app.server, 'listening');
    log.info({ host: config.host, port: app.server.address().port }, 'ready');
    log.info({ signal: await stopAsked }, 'stopping');
  } finally {
    await app.stop();
  }
  process.exit(0);
} catch (error) {
  console.error(startProblem(error, port));
  process.exit(1);
}
