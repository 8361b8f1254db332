import type { Server } from 'restify';
import type { Log } from '../log.ts';
import { routeOf, type Call } from './call.ts';
import { Calls } from './calls.ts';
import { ConversationLogs } from './conversation-logs.ts';
import { addStream } from './stream.ts';
import { Tokens } from './tokens.ts';
import { Turns, type Handler } from './turns.ts';

const sweepEvery = 60_000;
/** What Azure's Direct Line gives a bot, in milliseconds. */
const usualTurnLimit = 15_000;

export interface DirectLineParts {
  readonly bot: Handler;
  /** Signs the tokens. Without one a key is drawn, and open chats end with the process. */
  readonly key: string | undefined;
  readonly clock: () => Date;
  readonly log: Log;
  /** Sites whose pages may call, as `https://example.org`. */
  readonly origins: readonly string[];
  /** How long a post waits for the bot, in milliseconds. */
  readonly turnLimit?: number;
}

/** Direct Line 3.0 for the website's chat, with the bot in the same process. */
export const addDirectLine = (server: Server, parts: DirectLineParts): { close(): void } => {
  const { bot, clock, log, turnLimit = usualTurnLimit } = parts;
  const logs = new ConversationLogs(clock);
  const tokens = new Tokens(parts.key, clock);
  const calls = new Calls({ tokens, logs, clock, turns: new Turns({ bot, logs, clock, log, turnLimit }) });
  addRoutes(server, calls, parts);
  const stream = addStream(server.server, { tokens, logs });
  const sweeper = setInterval(() => logs.sweep(), sweepEvery).unref();
  return {
    close: () => {
      clearInterval(sweeper);
      stream.close();
    },
  };
};

const addRoutes = (server: Server, calls: Calls, { log, origins }: DirectLineParts): void => {
  const base = '/v3/directline';
  const add = (method: 'get' | 'post' | 'del', path: string, call: Call) =>
    server[method](path, routeOf(call, log, origins));
  add('post', '/api/directline/token', calls.token);
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
