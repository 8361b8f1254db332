import { setTimeout as after } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Server } from 'restify';
import type { OpenOptions } from '../knowledge/open.ts';
import { createAdapter } from './adapter.ts';
import type { AdmissionLimits } from './admission.ts';
import { Bot } from './bot.ts';
import type { Config } from './config.ts';
import type { Cloud } from './connector/cloud.ts';
import { Delivery } from './connector/delivery.ts';
import { deliveryLimits, type DeliveryLimits } from './connector/delivery-limits.ts';
import { createSendTo, type SendTo } from './connector/send-to.ts';
import { closeServer } from './close-server.ts';
import type { ConnectionLimits } from './connection-limits.ts';
import { ConversationStore } from './conversation-store.ts';
import { countedLog } from './counted-log.ts';
import { addDirectLine, type DirectLine } from './direct-line/index.ts';
import type { Log } from './log.ts';
import { addMessagesRoute } from './messages-route.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { openUnanswered } from './open-unanswered.ts';
import { openWithClinic } from './open-with-clinic.ts';
import { addPages } from './page/index.ts';
import { createServer } from './server.ts';
import { listen } from './listen.ts';
import { openAdmission } from './open-admission.ts';
import { openStorage } from './storage/index.ts';
import { MeasuredStorage } from './storage/measured-storage.ts';
import type { Storage } from './storage/storage.ts';
import { KnownAddress } from './summary/known-address.ts';
import { addSummaryRoute } from './summary/summary-route.ts';
import { TurnRunner } from './turn.ts';

/** How long a turn waits for its memory before it goes on without, in milliseconds. */
const memoryLimit = 1_000;
const hour = 3_600_000;
/**
 * How long a stop waits for the requests under way, and then for turns whose request was answered already, in
 * milliseconds: together less than the ten seconds that most platforms give.
 */
const stopLimits = { requests: 6_000, turns: 2_500 } as const;

export interface Surroundings {
  readonly log: Log;
  readonly clock: () => Date;
  /** Opens what STORAGE_URL names, unless one is handed in. */
  readonly storage?: Storage;
  /** The Bot Framework's cloud, unless one is handed in. No setting can change whom the service trusts. */
  readonly cloud?: Cloud;
  readonly limits?: DeliveryLimits;
  readonly admission?: AdmissionLimits;
  readonly connections?: ConnectionLimits;
  /** Where the build put the knowledge, unless it is the usual place. */
  readonly knowledgeFolder?: string;
}

export interface Service {
  /** The log that was handed in; what goes wrong is counted as well. */
  readonly log: Log;
  /** Resolves to the address once it can serve. */
  listen(): Promise<string>;
  /** Says something unasked, in a conversation that the bot is part of. */
  readonly sendTo: SendTo;
  /** Takes no more requests, ends the turns under way, and closes the store. */
  close(): Promise<void>;
}

/** Puts the parts together: store, knowledge, turn, adapter, routes. */
export const createService = async (config: Config, { clock, ...given }: Surroundings): Promise<Service> => {
  const metrics = createMetrics();
  const log = countedLog(given.log, metrics);
  const storage = new MeasuredStorage(given.storage ?? (await openStore(config, log, clock)), metrics);
  const knowledge = openWithClinic(config, log, standIns(given.knowledgeFolder, log));
  const { unanswered, ...questions } = openUnanswered(config, { metrics, log, clock });
  const store = new ConversationStore(storage, memoryLimit, config.memoryDays);
  const { admission, stop } = openAdmission(given.admission, metrics);
  const address = new KnownAddress(config);
  const forgotten = (conversation: string) => directLine.forget(conversation);
  const turn = { knowledge, store, admission, clock, log, metrics };
  const runner = new TurnRunner({ ...turn, unanswered, forgotten, address });
  const bot = new Bot({ runner, knowledge, log, metrics });
  const server = createServer({ log, metrics, ready: () => storage.ping(), limits: given.connections });
  const limits = given.limits ?? deliveryLimits;
  const { app, production, embedOrigins: origins } = config;
  const adapter = createAdapter({ app, cloud: given.cloud, callLimit: limits.call, clock, log, metrics });
  const delivery = new Delivery({ limits, log, metrics, now: () => performance.now(), pause: after });
  addMessagesRoute(server, { adapter, bot, delivery, log, production, answerAfter: limits.answerAfter });
  const { memoryDays, storageUrl, keepUnanswered, azureDirectLine: azure, directLineKey: key } = config;
  const directLine = await addDirectLine(server, { bot, log, clock, storage, key, origins, azure });
  readGauges(metrics, server, directLine);
  addPages(server, { log, knowledge, origins, memoryDays, storageUrl, keepUnanswered, chatAt: azure?.url });
  addSummaryRoute(server, { log, knowledge, storage });
  const stopSweeping = sweepHourly(storage, clock, log);
  return {
    log,
    listen: async () => address.listeningOn(await listen(server, config)),
    sendTo: createSendTo({ adapter, bot, delivery, appId: app.id ?? '' }),
    close: async () => {
      stopSweeping();
      directLine.close();
      await endTurns(server, runner);
      stop();
      await questions.close();
      await directLine.flush();
      await storage.close();
    },
  };
};

/** Figures that are read when somebody asks for them. */
const readGauges = (
  { connections, websiteStreams, websiteChats }: Metrics,
  { server }: Server,
  line: DirectLine,
) => {
  const count = promisify(server.getConnections.bind(server));
  connections.readFrom(async () => (await count()) ?? 0);
  websiteStreams.readFrom(() => line.streams);
  websiteChats.readFrom(() => line.chats);
};

/** What can't be read and can be done without is logged; the rest still answers danger. */
const standIns = (folder: string | undefined, log: Log): OpenOptions => ({
  ...(folder ? { folder } : {}),
  onMissing: (error) => log.write('knowledge', { error }),
});

/** A store that is away does not keep anyone from an answer: the service starts without its memory. */
const openStore = async (config: Config, log: Log, clock: () => Date): Promise<Storage> => {
  const storage = await openStorage(config.storageUrl, { ...config.storageOptions, clock });
  await storage.ping().catch((error: unknown) => {
    log.write('storage-away', { error });
  });
  return storage;
};

const endTurns = async (server: Server, runner: TurnRunner): Promise<void> => {
  await closeServer(server.server, stopLimits.requests);
  await Promise.race([runner.idle(), after(stopLimits.turns, undefined, { ref: false })]);
};

/** At once and then each hour; the result ends it. */
const sweepHourly = (storage: Storage, clock: () => Date, log: Log): (() => void) => {
  void sweep(storage, clock, log);
  const sweeper = setInterval(() => void sweep(storage, clock, log), hour).unref();
  return () => clearInterval(sweeper);
};

/** Expired conversations leave the store; a store that is away is met again in an hour. */
const sweep = async (storage: Storage, clock: () => Date, log: Log): Promise<void> => {
  try {
    const count = await storage.sweep(clock());
    if (count > 0) log.write('expired', { count });
  } catch (error) {
    log.write('sweep', { error });
  }
};
