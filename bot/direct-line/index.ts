import type { Server } from 'restify';
import type { Log } from '../log.ts';
import type { Storage } from '../storage/storage.ts';
import { addAzureTokens, type AzureDirectLine } from './azure.ts';
import { routeOf, type Call } from './call.ts';
import { Calls } from './calls.ts';
import { ConversationLogs } from './conversation-logs.ts';
import { LogKeeper } from './log-keeper.ts';
import { signingKey } from './signing-key.ts';
import { addStream, streamLimits, type StreamLimits } from './stream.ts';
import { Tokens } from './tokens.ts';
import { Turns, type Handler } from './turns.ts';

const sweepEvery = 60_000;
/** What Azure's Direct Line gives a bot, in milliseconds. */
const usualTurnLimit = 15_000;
/** How long a stop waits for the store, in milliseconds. */
const flushLimit = 3_000;

export interface DirectLineParts {
  readonly bot: Handler;
  /** Signs the tokens, and is the secret of `tokens/generate`. Without one a key is drawn and kept in the store. */
  readonly key: string | undefined;
  /** Where the logs of chats are kept, encrypted. */
  readonly storage: Storage;
  readonly clock: () => Date;
  readonly log: Log;
  /** Sites whose pages may call, as `https://example.org`. */
  readonly origins: readonly string[];
  /** Where visitors talk over Azure's Direct Line, this one serves nothing but their tokens. */
  readonly azure?: AzureDirectLine | undefined;
  /** How long a post waits for the bot, in milliseconds. */
  readonly turnLimit?: number;
  readonly streams?: Partial<StreamLimits>;
}

export interface DirectLine {
  /** Forgets the words of a conversation; the key is that of its document in the store. */
  forget(conversation: string): void;
  /** How many streams are open. */
  readonly streams: number;
  /** How many chats are in memory. */
  readonly chats: number;
  /** Ends the streams. */
  close(): void;
  /** Stores what is still to be stored. Call it once no turn is under way. */
  flush(): Promise<void>;
}

/** Direct Line 3.0 for the website's chat, with the bot in the same process. */
export const addDirectLine = async (server: Server, parts: DirectLineParts): Promise<DirectLine> => {
  const { azure } = parts;
  if (azure === undefined) return addOwn(server, parts);
  addAzureTokens(server, { ...parts, azure });
  return {
    streams: 0,
    chats: 0,
    forget: () => undefined,
    close: () => undefined,
    flush: async () => undefined,
  };
};

const addOwn = async (server: Server, parts: DirectLineParts): Promise<DirectLine> => {
  const { bot, clock, log, storage, key: secret, turnLimit = usualTurnLimit } = parts;
  const keeper = new LogKeeper({ storage, clock, log });
  const logs = new ConversationLogs(clock, keeper);
  const tokens = new Tokens(secret ?? (await signingKey(storage, log)), clock);
  const turns = new Turns({ bot, logs, clock, log, turnLimit });
  addRoutes(server, new Calls({ tokens, logs, clock, turns, secret }), parts);
  const limits = { ...streamLimits, ...parts.streams };
  const stream = addStream(server.server, { tokens, logs, limits });
  const sweeper = setInterval(() => logs.sweep(), sweepEvery).unref();
  return {
    get streams() {
      return stream.size;
    },
    get chats() {
      return logs.count;
    },
    forget: (conversation) => logs.find(conversation.replace(/^directline\//, ''))?.clear(),
    close: () => {
      clearInterval(sweeper);
      stream.close();
    },
    flush: () => keeper.flush(flushLimit),
  };
};

const addRoutes = (server: Server, calls: Calls, { log, origins }: DirectLineParts): void => {
  const base = '/v3/directline';
  const add = (method: 'get' | 'post' | 'del', path: string, call: Call) =>
    server[method](path, routeOf(call, log, origins));
  add('post', '/api/directline/token', calls.token);
  add('post', `${base}/tokens/generate`, calls.generate);
  add('post', `${base}/tokens/refresh`, calls.refresh);
  add('post', `${base}/conversations`, calls.start);
  add('get', `${base}/conversations/:id`, calls.reconnect);
  add('del', `${base}/conversations/:id`, calls.forget);
  add('get', `${base}/conversations/:id/activities`, calls.poll);
  add('post', `${base}/conversations/:id/activities`, calls.post);
  add('post', `${base}/conversations/:id/upload`, calls.upload);
  const preflight = routeOf(async () => ({ status: 204, body: {} }), log, origins);
  for (const path of ['/api/directline/*', `${base}/*`]) server.opts(path, preflight);
};
