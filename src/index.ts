import { once } from 'node:events';
import { createApp } from './app.ts';
import { ConfigError, loadConfig } from './config.ts';
import { KnowledgeError } from './knowledge/knowledge-error.ts';
import { createLog } from './telemetry/log.ts';

/** Problems whose text is written for the person who starts the bot. */
function isExpected(error: unknown): error is Error {
  return error instanceof ConfigError || error instanceof KnowledgeError;
}

try {
  const config = loadConfig(process.env);
  const log = createLog(config.logLevel);
  const app = await createApp(config, log);

  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    await app.stop();
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);

  app.server.listen(config.port, config.host);
  await once(app.server, 'listening');
  const { port } = app.server.address();
  log.info({ host: config.host, port }, 'ready');
} catch (error) {
  console.error(isExpected(error) ? error.message : error);
  process.exit(1);
}
