import type { SaveOutcome, Storage, Write } from '../../../bot/storage/storage.ts';

const start = new Date('2026-03-01T12:00:00Z');

/** So many milliseconds after the time at which every test begins. */
export const after = (milliseconds: number): Date => new Date(start.getTime() + milliseconds);

export const conflict: SaveOutcome = { kind: 'conflict' };

export const write = (
  key: string,
  document: object | undefined,
  expected: Write['expect'] = 'any',
): Write => ({
  key,
  document,
  expect: expected,
});

export const tagsOf = (outcome: SaveOutcome): readonly string[] => {
  if (outcome.kind !== 'saved') throw new Error('the save met a conflict');
  return outcome.tags;
};

/** The store that a test is about, opened anew for each, with a clock that the test sets. */
export class Subject {
  now = start;
  readonly #together: boolean;
  readonly #slow: boolean;
  #storage: Storage | undefined;

  /** `together`: whether one save may have several writes. `slow`: whether to make do with fewer of everything. */
  constructor(together: boolean, slow: boolean) {
    this.#together = together;
    this.#slow = slow;
  }

  /** So many, or a tenth of it where each takes its time. */
  count(many: number): number {
    return this.#slow ? Math.ceil(many / 10) : many;
  }

  get storage(): Storage {
    if (!this.#storage) throw new Error('no store is open');
    return this.#storage;
  }

  async open(openStorage: (clock: () => Date) => Promise<Storage>): Promise<void> {
    this.now = start;
    this.#storage = await openStorage(() => this.now);
  }

  /** Saves, which must succeed; resolves to the first tag. */
  async put(...writes: Write[]): Promise<string> {
    const saves = this.#together ? [writes] : writes.map((each) => [each]);
    const outcomes = await Promise.all(saves.map((save) => this.storage.save(save)));
    return outcomes.flatMap(tagsOf)[0] ?? '';
  }

  async documentOf(key: string): Promise<unknown> {
    return (await this.storage.load(key))?.document;
  }
}
