/** How much work begins at once: enough that one flush to the disk serves several saves. */
const atOnce = 4;
/** Rounds of the event loop that only take in what arrives, before more work begins. */
const roundsBetween = 16;

/**
 * Lets work begin in small portions, first come, first served. Node takes one new connection in each round of the
 * event loop: where a round does all the work that has come in, whoever comes new waits for many seconds, while
 * those with an open connection are served at once.
 */
export class Pace {
  readonly #waiting: (() => void)[] = [];
  #rounds = 0;
  #running = false;

  /** Resolves when it is this one's turn: in the next round where nothing waits. */
  next(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      if (!this.#running) setImmediate(this.#round);
      this.#running = true;
    });
  }

  readonly #round = (): void => {
    if (this.#rounds === 0) for (const begin of this.#waiting.splice(0, atOnce)) begin();
    this.#running = this.#waiting.length > 0;
    this.#rounds = this.#running ? (this.#rounds + 1) % roundsBetween : 0;
    if (this.#running) setImmediate(this.#round);
  };
}
