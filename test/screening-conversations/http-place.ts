import { TemporaryFolders } from '../bot/storage/temporary-folder.ts';
import { say } from '../support/emulator.ts';
import { startService, type RunningService } from '../support/service.ts';
import type { Place } from './random-talk.ts';

/** A start takes about half a second, so of a few thousand wishes in a long run only some are real restarts. */
const mostRestarts = 60;
const fewestBetween = 8;

/** Conversations with the whole service over HTTP; its store is a file that outlives it. */
export class HttpPlaces {
  readonly #folders: TemporaryFolders;
  readonly #environment: Readonly<Record<string, string>>;
  #service: RunningService;
  readonly #restartEvery: number;
  #conversations = 0;
  #restarts = 0;

  private constructor(
    folders: TemporaryFolders,
    environment: Readonly<Record<string, string>>,
    service: RunningService,
    conversations: number,
  ) {
    this.#restartEvery = Math.max(fewestBetween, Math.floor(conversations / mostRestarts));
    this.#folders = folders;
    this.#environment = environment;
    this.#service = service;
  }

  static async open(conversations: number): Promise<HttpPlaces> {
    const folders = new TemporaryFolders();
    const environment = { STORAGE_URL: `sqlite:${folders.create()}/bot.db` };
    return new HttpPlaces(folders, environment, await startService(environment), conversations);
  }

  next(): Place {
    const conversation = `c${(this.#conversations += 1)}`;
    const take = async (text: string, more: object = {}) =>
      (await say(this.#service.url, conversation, text, more)).screening;
    return {
      say: (text) => take(text),
      press: (choice) => take('', { value: { choice } }),
      restart: () => this.#restart(),
      now: () => Date.now(),
    };
  }

  async close(): Promise<void> {
    await this.#service.stop();
    this.#folders.removeAll();
  }

  async #restart(): Promise<void> {
    this.#restarts += 1;
    if (this.#restarts % this.#restartEvery !== 0) return;
    await this.#service.stop();
    this.#service = await startService(this.#environment);
  }
}
