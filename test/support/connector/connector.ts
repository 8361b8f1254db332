import type { Activity } from 'botbuilder';
import { wordsOf } from '../words-of.ts';
import { listen, type Answer, type Asked, type Listening } from './listen.ts';

export interface Call {
  readonly method: string;
  readonly conversation: string;
  /** The activity that is answered, updated or deleted. */
  readonly activityId: string | undefined;
  readonly token: string;
  readonly activity: Partial<Activity>;
  readonly userAgent: string;
  readonly traceparent: string | undefined;
  readonly answered: Answer;
}

/** How calls are met: with an answer of their own, or taken, but only once something else has happened. */
export type Meeting = Answer | { readonly after: Promise<unknown> };

/** A channel's connector on this machine: it takes what a bot sends, from bots that are signed in. */
export class Connector {
  readonly calls: Call[] = [];
  readonly #isKnown: (token: string) => boolean;
  readonly #meetings: Meeting[] = [];
  #came = 0;
  #always: Meeting | undefined;
  #listening: Listening | undefined;

  private constructor(isKnown: (token: string) => boolean) {
    this.#isKnown = isKnown;
  }

  static async start(isKnown: (token: string) => boolean): Promise<Connector> {
    const connector = new Connector(isKnown);
    connector.#listening = await listen((asked) => connector.#take(asked));
    return connector;
  }

  get url(): string {
    return this.#listening?.url ?? '';
  }

  /** The messages that it took, in order. */
  get messages(): readonly Partial<Activity>[] {
    return this.calls
      .filter(({ answered }) => typeof answered === 'object' && answered.status < 300)
      .map(({ activity }) => activity)
      .filter(({ type }) => type === 'message');
  }

  /** All that a person has read. */
  get read(): string {
    return this.messages.map(wordsOf).join('\n');
  }

  /** How the next calls are met, one after the other; the ones after them are taken. */
  meetNext(...meetings: readonly Meeting[]): void {
    this.#meetings.push(...meetings);
  }

  /** How every call is met from now on; undefined takes them. */
  meetAll(meeting: Meeting | undefined): void {
    this.#always = meeting;
  }

  /** Resolves once so many calls have come in, answered or not. */
  async called(count: number): Promise<void> {
    while (this.#came < count) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  close(): Promise<void> {
    return this.#listening?.close() ?? Promise.resolve();
  }

  async #take(asked: Asked): Promise<Answer> {
    const path = /\/v3\/conversations\/([^/]+)\/(?:activities|members)(?:\/([^/?]+))?$/.exec(asked.path);
    if (!path) return { status: 404 };
    this.#came += 1;
    const token = (asked.headers.authorization ?? '').replace('Bearer ', '');
    const answered = this.#isKnown(token) ? await this.#meet() : { status: 401 };
    this.calls.push({
      method: asked.method,
      conversation: decodeURIComponent(path[1] ?? ''),
      activityId: path[2] && decodeURIComponent(path[2]),
      token,
      activity: asked.body === '' ? {} : (JSON.parse(asked.body) as Partial<Activity>),
      userAgent: String(asked.headers['user-agent']),
      traceparent: asked.headers['traceparent']?.toString(),
      answered,
    });
    return answered;
  }

  async #meet(): Promise<Answer> {
    const meeting = this.#meetings.shift() ?? this.#always ?? { after: Promise.resolve() };
    if (typeof meeting === 'string' || 'status' in meeting) return meeting;
    await meeting.after;
    return { status: 200, body: { id: `sent-${this.calls.length + 1}` } };
  }
}
