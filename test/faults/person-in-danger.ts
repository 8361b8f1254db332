import { WebSocket } from 'ws';
import { rawCall } from './raw-call.ts';

const pause = 1_100;

/** A visitor who says again and again that they are in danger, each time over a new connection. */
export class PersonInDanger {
  /** How long each crisis reply took until it was on the visitor's stream, in milliseconds. */
  readonly waits: number[] = [];
  readonly #base: string;
  #conversation = '';
  #token = '';
  #heard: (text: string) => void = () => undefined;
  #stream: WebSocket | undefined;
  #gone = false;
  readonly #left: Promise<void>;
  #leaves: () => void = () => undefined;

  constructor(base: string) {
    this.#base = base;
    this.#left = new Promise((resolve) => (this.#leaves = resolve));
  }

  /** Resolves once the stream stands. */
  async arrive(): Promise<void> {
    const { body } = await this.#call('POST', '/api/directline/token');
    this.#conversation = String(body['conversationId']);
    this.#token = String(body['token']);
    const started = await this.#call('POST', '/v3/directline/conversations');
    const stream = new WebSocket(String(started.body['streamUrl']));
    stream.on('message', (data: Buffer) => this.#heard(data.toString()));
    this.#stream = stream;
    await new Promise((resolve, reject) => stream.on('open', resolve).on('error', reject));
  }

  /** Speaks until `leave` is called; rejects where a message is not taken. */
  async speak(): Promise<void> {
    while (!this.#gone) {
      const begin = performance.now();
      const helped = new Promise<void>((resolve) => {
        this.#heard = (text) => text.includes('tel:988') && resolve();
      });
      const path = `/v3/directline/conversations/${this.#conversation}/activities`;
      const { status } = await this.#call('POST', path, { type: 'message', text: 'i want to kill myself' });
      if (status !== 200) throw new Error(`a message of danger got ${status}`);
      await Promise.race([helped, this.#left]);
      if (this.#gone) return;
      this.waits.push(performance.now() - begin);
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, pause - (performance.now() - begin))));
    }
  }

  leave(): void {
    this.#gone = true;
    this.#leaves();
    this.#stream?.terminate();
  }

  #call(method: string, path: string, body?: object) {
    const url = this.#base + path;
    return rawCall({ method, url, token: this.#token, from: '127.0.0.1', ...(body ? { body } : {}) });
  }
}
