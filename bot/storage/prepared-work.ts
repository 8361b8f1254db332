import { StorageError } from '../errors.ts';
import { untilDone } from './until-done.ts';

/** Work on a store over the network: it is prepared first, once, and whatever goes wrong is a StorageError. */
export class PreparedWork {
  readonly prepare: () => Promise<void>;
  readonly #asStorageError: (error: unknown) => StorageError;
  #open = true;

  constructor(prepare: () => Promise<void>, asStorageError: (error: unknown) => StorageError) {
    this.prepare = untilDone(prepare);
    this.#asStorageError = asStorageError;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (!this.#open) throw new StorageError('the store is closed');
    try {
      await this.prepare();
      return await work();
    } catch (error) {
      throw this.#asStorageError(error);
    }
  }

  /** From now on nothing is run; false where that was so before. */
  close(): boolean {
    const wasOpen = this.#open;
    this.#open = false;
    return wasOpen;
  }
}
