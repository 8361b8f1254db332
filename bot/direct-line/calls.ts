import { randomBytes, randomUUID } from 'node:crypto';
import type { Request } from 'restify';
import type { Answer } from './call.ts';
import { clientAddress } from './client-address.ts';
import type { ConversationLogs } from './conversation-logs.ts';
import { DirectLineError } from './direct-line-error.ts';
import { readLocale, readPosted } from './posted.ts';
import { RateLimit } from './rate-limit.ts';
import { readJson } from './read-json.ts';
import { streamUrl } from './stream-url.ts';
import { lifetimes, type Claims, type Tokens } from './tokens.ts';
import type { Turns } from './turns.ts';

const minute = 60_000;
/** A clinic's visitors may share one address; a person writes far less than one message a second. */
const limits = { tokens: 30, messages: 60 } as const;
/** Clients send these by themselves; the bot has no use for them. */
const ignored = ['event', 'typing'];

export interface CallsParts {
  readonly tokens: Tokens;
  readonly logs: ConversationLogs;
  readonly turns: Turns;
  readonly clock: () => Date;
}

/** The calls of Direct Line 3.0, each from request to answer. */
export class Calls {
  readonly #parts: CallsParts;
  readonly #tokenLimit: RateLimit;
  readonly #messageLimit: RateLimit;

  constructor(parts: CallsParts) {
    this.#parts = parts;
    this.#tokenLimit = new RateLimit(limits.tokens, minute, parts.clock);
    this.#messageLimit = new RateLimit(limits.messages, minute, parts.clock);
  }

  /** A token for a new visitor: the page's own route, without a secret. */
  readonly token = async (request: Request): Promise<Answer> => {
    allow(this.#tokenLimit.take(clientAddress(request)));
    const [conv, user] = [randomBytes(16).toString('base64url'), `dl_${randomUUID()}`];
    return { status: 200, body: this.#session({ conv, user }) };
  };

  readonly refresh = async (request: Request): Promise<Answer> => ({
    status: 200,
    body: this.#session(this.#claims(request)),
  });

  readonly start = async (request: Request): Promise<Answer> => {
    const claims = this.#claims(request);
    const first = this.#parts.turns.arrive(claims, readLocale(await readJson(request)));
    return { status: first ? 201 : 200, body: this.#withStream(request, claims, '0') };
  };

  readonly reconnect = async (request: Request): Promise<Answer> => {
    const claims = this.#claims(request);
    const watermark = watermarkOf(request);
    // A page that was reloaded has nothing to show: where the log is gone too, the bot greets again.
    if (watermark === '0') this.#parts.turns.arrive(claims);
    return { status: 200, body: this.#withStream(request, claims, watermark) };
  };

  readonly poll = async (request: Request): Promise<Answer> => {
    const log = this.#parts.logs.open(this.#claims(request).conv);
    return { status: 200, body: log.since(watermarkOf(request)) };
  };

  readonly post = async (request: Request): Promise<Answer> => {
    const claims = this.#claims(request);
    allow(this.#messageLimit.take(claims.conv));
    const posted = readPosted(await readJson(request));
    if (ignored.includes(posted.type)) return { status: 200, body: { id: `${claims.conv}|${randomUUID()}` } };
    if (posted.type !== 'message')
      throw new DirectLineError(400, 'BadArgument', 'type: only messages are taken.');
    return { status: 200, body: { id: await this.#parts.turns.say(claims, posted) } };
  };

  /** Not part of Direct Line: the visitor throws the chat away. */
  readonly forget = async (request: Request): Promise<Answer> => {
    this.#parts.logs.remove(this.#claims(request).conv);
    return { status: 204, body: {} };
  };

  readonly upload = async (): Promise<Answer> => {
    throw new DirectLineError(415, 'NotSupported', 'Files are not taken here.');
  };

  /** Throws 401 without a token, 403 for one that is not valid or is another conversation's. */
  #claims(request: Request): Claims {
    const [, token] = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
    if (token === undefined) throw new DirectLineError(401, 'Unauthorized', 'Authorization: send a token.');
    const claims = this.#parts.tokens.read(token, 'conversation');
    const id: unknown = request.params.id;
    if (id !== undefined && id !== claims.conv)
      throw new DirectLineError(403, 'BadToken', 'This token is for another conversation.');
    return claims;
  }

  #session({ conv, user }: Pick<Claims, 'conv' | 'user'>) {
    const token = this.#parts.tokens.issue('conversation', conv, user);
    return { conversationId: conv, token, expires_in: lifetimes.conversation };
  }

  #withStream(request: Request, claims: Claims, watermark: string) {
    const token = this.#parts.tokens.issue('stream', claims.conv, claims.user);
    return { ...this.#session(claims), streamUrl: streamUrl(request, claims.conv, token, watermark) };
  }
}

const watermarkOf = (request: Request): string =>
  new URLSearchParams(request.getQuery()).get('watermark') || '0';

const allow = (wait: number): void => {
  if (wait > 0)
    throw new DirectLineError(429, 'TooManyRequests', 'Too many requests. Please wait a minute.', wait);
};
