import type { Metrics } from '../metrics.ts';
import { kindOf } from './storage-error-kinds.ts';
import type { StorageOperation } from './storage-operations.ts';
import type { SaveOutcome, Storage, Stored, Write } from './storage.ts';

/** Another store, whose work is timed and whose errors are counted by operation. */
export class MeasuredStorage implements Storage {
  readonly #inner: Storage;
  readonly #metrics: Pick<Metrics, 'storageSeconds' | 'storageErrors'>;

  constructor(inner: Storage, metrics: Pick<Metrics, 'storageSeconds' | 'storageErrors'>) {
    this.#inner = inner;
    this.#metrics = metrics;
  }

  get oneAtATime(): boolean {
    return this.#inner.oneAtATime ?? false;
  }

  load(key: string): Promise<Stored | undefined> {
    return this.#measure('load', () => this.#inner.load(key));
  }

  save(writes: readonly Write[]): Promise<SaveOutcome> {
    return this.#measure('save', () => this.#inner.save(writes));
  }

  sweep(now: Date): Promise<number> {
    return this.#measure('sweep', () => this.#inner.sweep(now));
  }

  ping(): Promise<void> {
    return this.#measure('ping', () => this.#inner.ping());
  }

  close(): Promise<void> {
    return this.#inner.close();
  }

  async #measure<T>(operation: StorageOperation, work: () => Promise<T>): Promise<T> {
    const end = this.#metrics.storageSeconds.startTimer({ operation });
    try {
      return await work();
    } catch (error) {
      this.#metrics.storageErrors.inc({ operation, code: kindOf(error) });
      throw error;
    } finally {
      end();
    }
  }
}
