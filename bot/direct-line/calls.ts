import { createHash, randomUUID, timingSafeEqual } from 'node:crypto';
import type { Request } from 'restify';
import { traceOfRequest } from '../request-trace.ts';
import type { Answer } from './call.ts';
import { clientAddress } from './client-address.ts';
import type { ConversationLogs } from './conversation-logs.ts';
import { DirectLineError } from './direct-line-error.ts';
import { readLocale, readPosted, readUser } from './posted.ts';
import { allow, RateLimit } from './rate-limit.ts';
import { readJson } from './read-json.ts';
import { streamUrl } from './stream-url.ts';
import { lifetimes, newChat, type Chat, type Tokens } from './tokens.ts';
import type { Turns } from './turns.ts';

const minute = 60_000;
/** A clinic's visitors may share one address; a person writes far less than one message a second. */
const limits = { tokens: 30, messages: 60, messagesFromAddress: 600 } as const;
/** Clients send these by themselves; the bot has no use for them. */
const ignored = ['event', 'typing'];

export interface CallsParts {
  readonly tokens: Tokens;
  readonly logs: ConversationLogs;
  readonly turns: Turns;
  readonly clock: () => Date;
  /** What a site's own server shows to get tokens; without one none can. */
  readonly secret: string | undefined;
}

/** The calls of Direct Line 3.0, each from request to answer. */
export class Calls {
  readonly #parts: CallsParts;
  readonly #tokenLimit: RateLimit;
  readonly #messageLimit: RateLimit;
  readonly #addressLimit: RateLimit;

  constructor(parts: CallsParts) {
    this.#parts = parts;
    this.#tokenLimit = new RateLimit(limits.tokens, minute, parts.clock);
    this.#messageLimit = new RateLimit(limits.messages, minute, parts.clock);
    this.#addressLimit = new RateLimit(limits.messagesFromAddress, minute, parts.clock);
  }

  /**
   * The page's own route, without a secret: a token for a new chat, or for the one of before where the visitor shows
   * a token of it that has expired within the last day.
   */
  readonly token = async (request: Request): Promise<Answer> => {
    allow(this.#tokenLimit.take(clientAddress(request)));
    const before = this.#parts.tokens.readRenewable(bearer(request) ?? '');
    return { status: 200, body: this.#session(before ?? newChat()) };
  };

  /** A token for a visitor of a site whose own server asks, with the secret. */
  readonly generate = async (request: Request): Promise<Answer> => {
    this.#mustKnowSecret(request);
    const chat = newChat();
    const user = readUser(await readJson(request)) ?? chat.user;
    return { status: 200, body: this.#session({ ...chat, user }) };
  };

  readonly refresh = async (request: Request): Promise<Answer> => ({
    status: 200,
    body: this.#session(this.#chat(request)),
  });

  readonly start = async (request: Request): Promise<Answer> => {
    const chat = this.#chat(request);
    const locale = readLocale(await readJson(request));
    (await this.#parts.logs.openRestored(chat)).beginAnew();
    const first = this.#parts.turns.arrive(chat, traceOfRequest(request), locale);
    return { status: first ? 201 : 200, body: this.#withStream(request, chat, '0') };
  };

  readonly reconnect = async (request: Request): Promise<Answer> => {
    const chat = this.#chat(request);
    const watermark = watermarkOf(request);
    await this.#parts.logs.openRestored(chat);
    // A page that was reloaded has nothing to show: where the log is gone too, the bot greets again.
    if (watermark === '0') this.#parts.turns.arrive(chat, traceOfRequest(request));
    return { status: 200, body: this.#withStream(request, chat, watermark) };
  };

  readonly poll = async (request: Request): Promise<Answer> => {
    const log = await this.#parts.logs.openRestored(this.#chat(request));
    return { status: 200, body: log.since(watermarkOf(request)) };
  };

  readonly post = async (request: Request): Promise<Answer> => {
    const chat = this.#chat(request);
    allow(this.#messageLimit.take(chat.conv));
    allow(this.#addressLimit.take(clientAddress(request)));
    const posted = readPosted(await readJson(request));
    if (ignored.includes(posted.type)) return { status: 200, body: { id: `${chat.conv}|${randomUUID()}` } };
    if (posted.type !== 'message')
      throw new DirectLineError(400, 'BadArgument', 'type: only messages are taken.');
    const id = await this.#parts.turns.say(chat, posted, traceOfRequest(request));
    return { status: 200, body: { id } };
  };

  /** Not part of Direct Line: the visitor throws the chat away. */
  readonly forget = async (request: Request): Promise<Answer> => {
    if (await this.#parts.logs.remove(this.#chat(request))) return { status: 204, body: {} };
    const message = 'The chat is gone from memory. Its encrypted copy goes when the store answers again.';
    throw new DirectLineError(503, 'StoreAway', message, 60);
  };

  readonly upload = async (): Promise<Answer> => {
    throw new DirectLineError(415, 'NotSupported', 'Files are not taken here.');
  };

  /** Throws 401 without a token, 403 for one that is not valid or is another conversation's. */
  #chat(request: Request): Chat {
    const token = bearer(request);
    if (token === undefined) throw unauthorized('send a token');
    const chat = this.#parts.tokens.read(token);
    const id: unknown = request.params.id;
    if (id !== undefined && id !== chat.conv)
      throw new DirectLineError(403, 'BadToken', 'This token is for another conversation.');
    return chat;
  }

  /** Whoever knows it is not limited, so that one server can ask for all of its visitors; guesses are. */
  #mustKnowSecret(request: Request): void {
    const { secret } = this.#parts;
    if (secret !== undefined && timingSafeEqual(hashed(bearer(request) ?? ''), hashed(secret))) return;
    allow(this.#tokenLimit.take(clientAddress(request)));
    throw unauthorized('send the secret of this Direct Line');
  }

  #session(chat: Chat) {
    const token = this.#parts.tokens.issue(chat);
    return { conversationId: chat.conv, token, expires_in: lifetimes.conversation };
  }

  #withStream(request: Request, chat: Chat, watermark: string) {
    const token = this.#parts.tokens.issueStream(chat);
    return { ...this.#session(chat), streamUrl: streamUrl(request, chat.conv, token, watermark) };
  }
}

const bearer = ({ headers }: Request): string | undefined =>
  /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1];

const unauthorized = (mend: string) => new DirectLineError(401, 'Unauthorized', `Authorization: ${mend}.`);

const watermarkOf = (request: Request): string =>
  new URLSearchParams(request.getQuery()).get('watermark') || '0';

const hashed = (text: string): Buffer => createHash('sha256').update(text).digest();
