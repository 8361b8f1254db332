import { Agent, request } from 'node:http';
import type { Turn } from './workloads.ts';
import { activityOf } from '../../test/support/emulator.ts';

/** No id comes twice: it would pass as a resend. */
let posted = 0;

/** Posts messages as a channel does that wants the replies in the answer, so no connector is in the figures. */
export class Client {
  readonly #url: string;
  readonly #agent: Agent;

  /** `lanes`: how many requests may be under way at once. */
  constructor(url: string, lanes: number) {
    this.#url = url;
    this.#agent = new Agent({ keepAlive: true, maxSockets: lanes });
  }

  /** Resolves to the milliseconds until the whole answer was there; rejects where it is not the expected one. */
  async say(conversation: string, { text, expect }: Turn): Promise<number> {
    const begun = performance.now();
    const { status, body } = await this.#post(
      activityOf(conversation, text, {
        id: `${conversation}-m${(posted += 1)}`,
        timestamp: new Date().toISOString(),
        channelId: 'webchat',
      }),
    );
    const time = performance.now() - begun;
    if (status === 200 && body.includes(expect)) return time;
    throw new Error(`"${text}" got ${status} ${body.slice(0, 300)} instead of "${expect}".`);
  }

  close(): void {
    this.#agent.destroy();
  }

  #post(activity: object): Promise<{ readonly status: number; readonly body: string }> {
    const content = Buffer.from(JSON.stringify(activity));
    const headers = { 'Content-Type': 'application/json', 'Content-Length': content.length };
    return new Promise((resolve, reject) => {
      const options = { method: 'POST', agent: this.#agent, headers };
      const sent = request(`${this.#url}/api/messages`, options, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString() }),
        );
        response.on('error', reject);
      });
      sent.on('error', reject);
      sent.end(content);
    });
  }
}
