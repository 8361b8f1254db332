/** Runs tasks of one key one after another, and of different keys side by side. */
export class KeyedQueue {
  readonly #tails = new Map<string, Promise<unknown>>();

  /** Resolves or rejects as `task` does; an earlier task's failure does not stop later ones. */
  async run<T>(key: string, task: () => Promise<T>): Promise<T> {
    const before = this.#tails.get(key) ?? Promise.resolve();
    const mine = before.then(task, task);
    this.#tails.set(key, mine);
    try {
      return await mine;
    } finally {
      if (this.#tails.get(key) === mine) this.#tails.delete(key);
    }
  }

  /** How many keys have work under way. */
  get size(): number {
    return this.#tails.size;
  }

  /** Resolves once nothing that was queued at the time of the call is under way. */
  async idle(): Promise<void> {
    await Promise.allSettled(this.#tails.values());
  }
}
