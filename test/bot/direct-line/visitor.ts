import { EventEmitter, once } from 'node:events';
import type { Activity } from 'botbuilder';
import restify from 'restify';
import { WebSocket } from 'ws';
import { addDirectLine, type DirectLineParts } from '../../../bot/direct-line/index.ts';
import { MemoryStorage } from '../../../bot/storage/memory.ts';
import type { Frame } from '../../../bot/direct-line/conversation-log.ts';

type Deliver = Parameters<DirectLineParts['bot']['handle']>[1];

/** A bot that greets and repeats, so that what arrives can be told apart. */
export class EchoBot {
  readonly heard: Activity[] = [];
  /** What it does with a message before it answers. */
  before: (activity: Activity) => Promise<void> = async () => undefined;

  async handle(activity: Activity, deliver: Deliver): Promise<void> {
    this.heard.push(activity);
    await this.before(activity);
    const text = activity.type === 'message' ? `You said: ${activity.text}` : 'Hello.';
    await deliver([{ type: 'message', text }], false);
  }

  /** Makes it think until the function given back is called. */
  hold(): () => void {
    const thinking = new EventEmitter();
    const done = once(thinking, 'done');
    this.before = async () => void (await done);
    return () => void thinking.emit('done');
  }

  get messages(): readonly Activity[] {
    return this.heard.filter(({ type }) => type === 'message');
  }
}

const silent = { write: () => undefined };

/** A Direct Line on a free port of the loopback, with a clock that only moves when told. */
export const openLine = async (given: Partial<DirectLineParts> = {}) => {
  const server = restify.createServer();
  server.use(restify.plugins.queryParser({ mapParams: false }));
  const bot = new EchoBot();
  let now = new Date('2026-11-23T10:00:00Z').getTime();
  const clock = () => new Date(now);
  const storage = new MemoryStorage(clock);
  const parts = { bot, key: undefined, storage, clock, log: silent, origins: [], ...given };
  const line = await addDirectLine(server, parts);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const base = `http://127.0.0.1:${server.address().port}`;
  return {
    base,
    bot,
    storage: parts.storage,
    forget: (conversation: string) => line.forget(conversation),
    flush: () => line.flush(),
    pass: (milliseconds: number) => void (now += milliseconds),
    close: async () => {
      line.close();
      server.server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await line.flush();
    },
  };
};
export type Line = Awaited<ReturnType<typeof openLine>>;

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown> & {
    readonly activities?: readonly Activity[];
    readonly error?: { readonly code: string; readonly message: string };
  };
}

export const call = async (
  base: string,
  method: string,
  path: string,
  init: RequestInit = {},
): Promise<Reply> => {
  const response = await fetch(base + path, { method, ...init });
  const text = await response.text();
  const body: Reply['body'] = text === '' ? {} : JSON.parse(text);
  return {
    status: response.status,
    headers: response.headers,
    body,
  };
};

/** One visitor, who speaks the protocol as a browser does. */
export class Visitor {
  readonly base: string;
  conversation = '';
  token = '';
  streamUrl = '';

  constructor(base: string) {
    this.base = base;
  }

  static async arrive(base: string): Promise<Visitor> {
    const visitor = new Visitor(base);
    const { body } = await call(base, 'POST', '/api/directline/token');
    [visitor.conversation, visitor.token] = [String(body['conversationId']), String(body['token'])];
    const started = await visitor.call('POST', '/conversations');
    visitor.streamUrl = String(started.body['streamUrl']);
    return visitor;
  }

  call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Reply> {
    const given = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
    const all = { authorization: `Bearer ${this.token}`, 'content-type': 'application/json', ...headers };
    return call(this.base, method, `/v3/directline${path}`, { ...given, headers: all });
  }

  say(text: string, more: object = {}): Promise<Reply> {
    return this.call('POST', `/conversations/${this.conversation}/activities`, {
      type: 'message',
      text,
      ...more,
    });
  }

  /** The same person at another start of the service. */
  at(base: string): Visitor {
    const same = new Visitor(base);
    [same.conversation, same.token] = [this.conversation, this.token];
    return same;
  }

  /** As a page does that lost its connection, or that was reloaded: from the watermark, by a new stream. */
  async reconnect(watermark = ''): Promise<Stream> {
    const { body } = await this.call('GET', `/conversations/${this.conversation}?watermark=${watermark}`);
    this.streamUrl = String(body['streamUrl']);
    return new Stream(this.streamUrl);
  }

  /** What the page's own route gives to whoever shows this token. */
  async renew(): Promise<Reply> {
    const headers = { authorization: `Bearer ${this.token}` };
    return call(this.base, 'POST', '/api/directline/token', { headers });
  }

  async texts(watermark = ''): Promise<readonly (string | undefined)[]> {
    const { body } = await this.call(
      'GET',
      `/conversations/${this.conversation}/activities?watermark=${watermark}`,
    );
    const activities: readonly Activity[] = body.activities ?? [];
    return activities.map(({ text }) => text);
  }
}

/** A stream that is read frame by frame. */
export class Stream {
  readonly socket: WebSocket;
  readonly frames: Frame[] = [];
  readonly closed: Promise<number>;

  constructor(url: string) {
    this.socket = new WebSocket(url);
    this.socket.on('message', (data: Buffer) => this.#keep(data));
    this.closed = new Promise((resolve) => this.socket.on('close', resolve));
    this.socket.on('error', () => undefined);
  }

  #keep(data: Buffer): void {
    const frame: Frame = JSON.parse(data.toString());
    this.frames.push(frame);
  }

  get activities(): readonly Partial<Activity>[] {
    return this.frames.flatMap(({ activities }) => activities);
  }

  /** Resolves once so many activities have come. */
  async until(count: number): Promise<readonly Partial<Activity>[]> {
    while (this.activities.length < count) await once(this.socket, 'message');
    return this.activities;
  }
}
