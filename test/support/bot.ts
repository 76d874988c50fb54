import { once } from 'node:events';
import { createApp } from '../../src/app.ts';
import type { BotIdentity, Config } from '../../src/config.ts';
import { createRecordingLog } from './recording-log.ts';

/** A whole bot in this process, on real HTTP and a real database. Its errors are kept, not printed. */
export async function startBot(
  databaseUrl: string,
  { bot, fleet }: { bot?: BotIdentity | undefined; fleet?: Config['fleet'] } = {},
) {
  const log = createRecordingLog();
  const app = await createApp(
    { port: 0, host: '127.0.0.1', dataDir: '.data', databaseUrl, bot, fleet, logLevel: 'silent' },
    log,
  );
  app.server.listen(0, '127.0.0.1');
  await once(app.server, 'listening');
  return {
    url: `http://127.0.0.1:${app.server.address().port}`,
    stop: app.stop,
    errors: log.errors,
  };
}
