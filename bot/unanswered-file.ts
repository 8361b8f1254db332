import { appendFile, chmod, mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { readKeptQuestion, type KeptQuestion } from '../knowledge/unanswered/kept-question.ts';
import type { Log } from './log.ts';

const keptDays = 90;
const largest = 1_000_000;
/** When it is full, so much is left, so that it is not written anew for every line. */
const leftWhenFull = 800_000;
/** Lines that wait for a slow disk; more are let go. */
const mostWaiting = 100;
const day = 86_400_000;
const ownerOnly = 0o600;

/**
 * The questions for the curators, a line of JSON each. A turn never waits for it and never fails by it: a line that
 * can not be written is lost, and the log says so once.
 */
export class UnansweredFile {
  readonly #path: string;
  readonly #log: Log;
  #work: Promise<void> = Promise.resolve();
  #waiting = 0;
  #failed = false;

  constructor(path: string, log: Log) {
    this.#path = path;
    this.#log = log;
  }

  keep(question: KeptQuestion): void {
    if (this.#waiting >= mostWaiting) return;
    this.#do(async () => {
      await mkdir(dirname(this.#path), { recursive: true, mode: 0o700 });
      await appendFile(this.#path, `${JSON.stringify(question)}\n`, { mode: ownerOnly });
      const { size } = await stat(this.#path);
      if (size > largest) await this.#rewrite(await this.#lines());
    });
  }

  /** Takes out what is older than 90 days, and what is no line of ours. At start, and now and then. */
  sweep(now: Date): void {
    const first = new Date(now.getTime() - keptDays * day).toISOString().slice(0, 10);
    this.#do(async () => {
      const lines = await this.#lines();
      const fresh = lines.filter((line) => (readKeptQuestion(line)?.day ?? '') >= first);
      if (fresh.length < lines.length) await this.#rewrite(fresh);
      if (lines.length > 0) await chmod(this.#path, ownerOnly);
    });
  }

  /** Resolves once all that was to be written is written. */
  async idle(): Promise<void> {
    await this.#work;
  }

  #do(task: () => Promise<void>): void {
    this.#waiting += 1;
    this.#work = this.#work
      .then(task)
      .catch((error: unknown) => {
        if (!this.#failed) this.#log.write('unanswered', { error });
        this.#failed = true;
      })
      .finally(() => (this.#waiting -= 1));
  }

  async #lines(): Promise<readonly string[]> {
    try {
      return (await readFile(this.#path, 'utf8')).split('\n').filter((line) => line !== '');
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
      throw error;
    }
  }

  /** The newest lines that have room, in place of all: whole or not at all. */
  async #rewrite(lines: readonly string[]): Promise<void> {
    const kept: string[] = [];
    let size = 0;
    for (const line of lines.toReversed()) {
      size += Buffer.byteLength(line) + 1;
      if (size > leftWhenFull) break;
      kept.push(line);
    }
    const draft = `${this.#path}.${process.pid}`;
    await writeFile(
      draft,
      kept
        .toReversed()
        .map((line) => `${line}\n`)
        .join(''),
      { mode: ownerOnly },
    );
    await rename(draft, this.#path);
  }
}
