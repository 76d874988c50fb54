import { randomUUID } from 'node:crypto';
import type restify from 'restify';
import { BotAdapter } from './channel/bot-adapter.ts';
import { createConnector } from './channel/connector.ts';
import { withDeadline } from './channel/deadline.ts';
import { createDeliver } from './channel/deliver.ts';
import { createHandleReceived } from './channel/handle-received.ts';
import { newsEvent } from './channel/news-event.ts';
import { createReceiveHttp } from './channel/receive-http.ts';
import { createRefreshCard } from './channel/refresh-card.ts';
import { createTeamsApplication } from './channel/teams-application.ts';
import type { Config } from './config.ts';
import { createFleet } from './fleet/create-fleet.ts';
import { checkMyPc } from './knowledge/check-my-pc.ts';
import { loadKnowledge } from './knowledge/load-knowledge.ts';
import { createRecogniser } from './knowledge/recogniser/create-recogniser.ts';
import { readMarkup } from './knowledge/recogniser/read-markup.ts';
import { newCaseId } from './new-case-id.ts';
import { closeServer, createServer } from './server.ts';
import { openDatabase } from './store/database.ts';
import { startEmbeddedServer } from './store/embedded-server.ts';
import { createFleetTasks, wakeFleetTask } from './store/fleet-tasks.ts';
import { createJobs } from './store/jobs.ts';
import { createMarkDelivered } from './store/mark-delivered.ts';
import { migrate } from './store/migrate.ts';
import { noteOnce } from './store/note-once.ts';
import { giveUp, takeWaiting, tryAgainAt } from './store/outbox.ts';
import { ownChat, rememberOwnChat } from './store/own-chat.ts';
import { cardRefreshed, takeStaleCards } from './store/stale-cards.ts';
import { tidyUp } from './store/tidy-up.ts';
import { createTurns } from './store/turns.ts';
import type { Log } from './telemetry/log.ts';
import { redact } from './telemetry/redact.ts';

/** The running bot. */
export interface App {
  server: restify.Server;
  /** Takes no new requests, lets the ones at hand end, then closes everything. */
  stop: () => Promise<void>;
}

const sweepEveryMs = 2_000;
/** A run is looked at every second while a person waits for it. */
const fleetSweepEveryMs = 500;
/** A database that answers later than this is not ready. */
const readyMs = 2_000;
/** How long a stop waits for messages that are on their way. */
const backgroundMs = 10_000;

/** Builds the bot from its parts and opens its database. It does not listen yet. */
export async function createApp(
  config: Config,
  log: Log,
  now: () => Date = () => new Date(),
): Promise<App> {
  // What was opened is closed in reverse: when the bot stops, or at once when a later part fails.
  const opened = new AsyncDisposableStack();
  try {
    const server = await build(opened, config, log, now);
    return { server, stop: () => opened.disposeAsync() };
  } catch (error) {
    await opened.disposeAsync();
    throw error;
  }
}

async function build(
  opened: AsyncDisposableStack,
  config: Config,
  log: Log,
  now: () => Date,
): Promise<restify.Server> {
  const loaded = loadKnowledge({
    articlesDir: new URL('./knowledge/articles/', import.meta.url),
    codesFile: new URL('./knowledge/codes.yaml', import.meta.url),
    today: now().toISOString().slice(0, 10),
  });
  for (const warning of loaded.warnings) log.warn({ warning }, 'knowledge needs a review');
  // Without a fleet agent there is nothing to check a PC with.
  const knowledge = config.fleet
    ? { ...loaded, topics: new Map([...loaded.topics, [checkMyPc.id, checkMyPc]]) }
    : loaded;

  const embedded = config.databaseUrl
    ? undefined
    : await startEmbeddedServer({ dataDir: config.dataDir, log });
  opened.defer(async () => embedded?.stop());
  const database = openDatabase(
    config.databaseUrl ?? embedded?.connectionString ?? '',
    ({ message }) =>
      // The error carries the whole client with it.
      log.warn({ message }, 'idle database connection lost'),
  );
  opened.defer(database.close);
  const { db, pool } = database;
  await migrate(db);
  const jobs = createJobs(pool, (error) => log.error({ err: error }, 'job queue failed'));

  const adapter = new BotAdapter(config.bot);
  const connector = createConnector(adapter.authentication, config.bot?.id ?? '');
  const outbox = {
    markDelivered: createMarkDelivered(db),
    tryAgainAt: tryAgainAt.bind(undefined, db),
    giveUp: giveUp.bind(undefined, db),
    ownChat: ownChat.bind(undefined, db),
    rememberOwnChat: rememberOwnChat.bind(undefined, db),
  };
  const background = new Set<Promise<unknown>>();
  const inBackground = (work: Promise<unknown>) => {
    background.add(work);
    work.finally(() => background.delete(work));
  };

  const deliver = createDeliver({ connector, outbox, now, random: Math.random, log, inBackground });

  const refreshCard = createRefreshCard({
    connector,
    knowledge,
    cardRefreshed: cardRefreshed.bind(undefined, db),
    now,
    log,
  });

  const fleet =
    config.fleet &&
    createFleet({
      config: config.fleet,
      tasks: createFleetTasks(db),
      noteOnce: noteOnce.bind(undefined, db, 'fleet-callback'),
      wake: wakeFleetTask.bind(undefined, db),
      upnOf: connector.upnOf,
      tell: async (task, news) => {
        await handle(newsEvent(task, news));
      },
      redact,
      now,
      random: Math.random,
      log,
    });

  const handle = createHandleReceived({
    turns: createTurns(db, pool),
    deliver,
    refreshCard,
    fleet: fleet?.about,
    onFleetRequest: () => inBackground(fleet?.sweep() ?? Promise.resolve()),
    knowledge,
    recognise: createRecogniser(knowledge),
    now,
    newCaseId,
    newTaskId: randomUUID,
    count: ({ name, fields }) => log.info({ event: name, ...fields }, 'event'),
    inBackground,
  });
  const run = createTeamsApplication({
    adapter,
    handle,
    reading: { toText: (markup) => readMarkup(markup).own, redact, newId: randomUUID },
  });
  const receive = createReceiveHttp({
    adapter,
    isAuthenticated: config.bot !== undefined,
    run,
    connector,
    log,
  });

  await jobs.start({ tidyUp: () => tidyUp(db, now()) });
  opened.defer(jobs.stop);
  opened.defer(async () => {
    // What is not done by then is in the database, and goes on at the next start.
    await withDeadline(backgroundMs, Promise.all(background)).catch(() => {});
  });

  const sweep = async <Left>(
    take: (database: typeof db, at: Date) => Promise<Left[]>,
    act: (left: Left) => Promise<void>,
  ) => {
    try {
      await Promise.all((await take(db, now())).map(act));
    } catch (error) {
      log.warn({ err: error }, 'sweep failed');
    }
  };
  const sweeping = setInterval(() => {
    inBackground(sweep(takeWaiting, deliver));
    inBackground(sweep(takeStaleCards, refreshCard));
  }, sweepEveryMs);
  opened.defer(() => clearInterval(sweeping));
  if (fleet) {
    const asking = setInterval(() => inBackground(fleet.sweep()), fleetSweepEveryMs);
    opened.defer(() => clearInterval(asking));
  }

  let isStopping = false;
  const server = createServer({
    receive,
    receiveFleetCallback: fleet?.receiveCallback,
    ready: async () =>
      !isStopping &&
      (await withDeadline(readyMs, pool.query('select 1')).then(
        () => true,
        () => false,
      )),
    log,
  });

  opened.defer(() => closeServer(server));
  opened.defer(() => {
    isStopping = true;
  });
  return server;
}
