import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
const script = fileURLToPath(new URL(`writer-process.${extension}`, import.meta.url));
const loader = extension === 'ts' ? ['--import', 'tsx'] : [];

const all: WriterChild[] = [];

/** Runs `writer-process` and collects the lines that it prints. */
export class WriterChild {
  readonly lines: string[] = [];
  readonly #process: ChildProcess;
  readonly #ended: Promise<unknown>;

  /** Whatever is still running is killed at the latest by `killAll`, which belongs in the test file's `after`. */
  static async killAll(): Promise<void> {
    await Promise.all(all.splice(0).map((child) => child.kill()));
  }

  constructor(path: string, mode: 'write' | 'hold') {
    all.push(this);
    this.#process = spawn(process.execPath, [...loader, script, path, mode], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#ended = once(this.#process, 'close');
    if (this.#process.stdout)
      createInterface(this.#process.stdout).on('line', (line) => this.lines.push(line));
  }

  /** Resolves once so many lines were printed, or the process has ended. */
  async printed(count: number): Promise<void> {
    const ended = this.#ended.then(() => true);
    while (this.lines.length < count) {
      const tick = new Promise<false>((resolve) => setTimeout(resolve, 5, false));
      if (await Promise.race([ended, tick])) return;
    }
  }

  /** SIGKILL: the process gets no chance to finish anything. Resolves once all that it printed was read. */
  async kill(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.#ended;
  }
}
