import { once } from 'node:events';
import { createApp } from '../../src/app.ts';
import { createLog } from '../../src/telemetry/log.ts';

/** A whole bot in this process, on real HTTP and a real database. */
export async function startBot(databaseUrl: string, now: () => Date = () => new Date()) {
  const app = await createApp(
    {
      port: 0,
      host: '127.0.0.1',
      dataDir: '.data',
      databaseUrl,
      bot: undefined,
      logLevel: 'silent',
    },
    createLog('silent'),
    now,
  );
  app.server.listen(0, '127.0.0.1');
  await once(app.server, 'listening');
  return { url: `http://127.0.0.1:${app.server.address().port}`, stop: app.stop };
}
