import { monitorEventLoopDelay } from 'node:perf_hooks';

const resolution = 20;
const sampleEvery = 500;

/** How late the event loop runs: what it was asked to do at a time begins so much later. */
export class LoopDelay {
  readonly #histogram = monitorEventLoopDelay({ resolution });
  readonly #sampler: NodeJS.Timeout;
  #recent = 0;

  constructor() {
    this.#histogram.enable();
    this.#sampler = setInterval(() => this.#sample(), sampleEvery).unref();
  }

  /** The median of the last half second, in milliseconds: one long pause alone does not raise it. */
  get recent(): number {
    return this.#recent;
  }

  stop(): void {
    clearInterval(this.#sampler);
    this.#histogram.disable();
  }

  /** The histogram counts from one tick to the next, the time between two ticks included. */
  #sample(): void {
    const median = this.#histogram.count > 0 ? this.#histogram.percentile(50) / 1e6 : resolution;
    this.#recent = Math.max(0, median - resolution);
    this.#histogram.reset();
  }
}
