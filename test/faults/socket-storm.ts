import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { WebSocket } from 'ws';
import { newChat, Tokens } from '../../bot/direct-line/tokens.ts';
import { rawCall } from './raw-call.ts';

/** So many streams does one address get. */
const perAddress = 200;
const atOnce = 100;

/** What a crowd of sockets does to a service whose `DIRECT_LINE_KEY` is known, from many addresses of this machine. */
export class SocketStorm {
  readonly streams: WebSocket[] = [];
  readonly raw: Socket[] = [];
  readonly #base: URL;
  readonly #tokens: Tokens;
  #asked = 0;

  constructor(base: string, key: string) {
    this.#base = new URL(base);
    this.#tokens = new Tokens(key, () => new Date());
  }

  /** Asks for so many streams, each of a chat of its own. Resolves to how often each status came. */
  async open(count: number, options: { readonly mute?: boolean } = {}): Promise<Record<number, number>> {
    const statuses: Record<number, number> = {};
    for (let left = count; left > 0; left -= atOnce) {
      const some = Array.from({ length: Math.min(atOnce, left) }, () => this.#openOne(options.mute === true));
      for (const status of await Promise.all(some)) statuses[status] = (statuses[status] ?? 0) + 1;
    }
    return statuses;
  }

  /** Connects so often and sends half a request, or nothing at all. */
  async connectHalf(count: number): Promise<void> {
    const half = `GET /v3/directline/conversations/x/stream HTTP/1.1\r\nHost: x\r\nUpgrade: webs`;
    for (let index = 0; index < count; index += 1) {
      const socket = connect({
        port: Number(this.#base.port),
        host: '127.0.0.1',
        localAddress: this.#address(),
      });
      this.raw.push(socket.resume().on('error', () => socket.destroy()));
      if (index % 2 === 0) socket.write(half);
      if (index % atOnce === 0 && !socket.closed) await once(socket, 'connect').catch(() => undefined);
    }
  }

  /** Sends a frame of a megabyte on so many open streams. Resolves to the codes that these were closed with. */
  async sendLarge(count: number): Promise<ReadonlySet<number>> {
    // Those that never answer a ping may be gone by now.
    const some = this.streams.filter(({ readyState }) => readyState === WebSocket.OPEN).slice(-count);
    const codes = some.map(async (stream) => {
      const closed = once(stream, 'close');
      stream.send(Buffer.alloc(1_048_576));
      return ((await closed) as [number])[0];
    });
    return new Set(await Promise.all(codes));
  }

  end(): void {
    for (const stream of this.streams) stream.terminate();
    for (const socket of this.raw) socket.destroy();
  }

  async #openOne(mute: boolean): Promise<number> {
    const from = this.#address();
    const chat = newChat();
    const token = this.#tokens.issue(chat);
    const url = new URL(`/v3/directline/conversations/${chat.conv}?watermark=1`, this.#base).href;
    const { status, body } = await rawCall({ method: 'GET', url, token, from });
    return status === 200 ? this.#follow(String(body['streamUrl']), from, mute) : status;
  }

  #follow(url: string, from: string, mute: boolean): Promise<number> {
    const stream = new WebSocket(url, { localAddress: from, autoPong: !mute, perMessageDeflate: false });
    return new Promise((resolve) => {
      stream.on('open', () => {
        this.streams.push(stream);
        resolve(101);
      });
      stream.on('unexpected-response', (_request, response) => {
        resolve(response.statusCode ?? 0);
        response.destroy();
      });
      stream.on('error', () => resolve(0));
    });
  }

  /** Another one after so many streams: 127.0.1.1 to 127.0.1.254. */
  #address(): string {
    this.#asked += 1;
    return `127.0.1.${1 + (Math.floor(this.#asked / perAddress) % 254)}`;
  }
}
