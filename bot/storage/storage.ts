/** A document as it was loaded; `tag` names this state of it (random, never a counter). */
export interface Stored {
  readonly document: unknown;
  readonly tag: string;
}

/** What must be true of the stored document for a write to happen. */
export type Expected = { readonly tag: string } | 'absent' | 'any';

export interface Write {
  readonly key: string;
  /** JSON; undefined deletes the document. */
  readonly document: object | undefined;
  readonly expect: Expected;
  /** After this time the document is not loaded any more, and a sweep removes it. */
  readonly expires?: Date;
}

/** `tags` in the order of the writes (the empty string for a deletion). */
export type SaveOutcome =
  { readonly kind: 'saved'; readonly tags: readonly string[] } | { readonly kind: 'conflict' };

/**
 * Where conversations are kept. All writes of one `save` happen or none does; a store that can't promise that
 * of several (Azure Blob) refuses more than one. Every method rejects with a StorageError when the store can't be reached; a conflict is an outcome, not an error.
 */
export interface Storage {
  /** Whether a save takes one write only. */
  readonly oneAtATime?: boolean;
  load(key: string): Promise<Stored | undefined>;
  save(writes: readonly Write[]): Promise<SaveOutcome>;
  /** Removes what has expired before `now`; resolves to how many documents. */
  sweep(now: Date): Promise<number>;
  /** Resolves while the store answers, rejects otherwise: `/readyz` asks it. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** A store that keeps the documents itself, rather than handing them on to another one. */
export interface Backend extends Storage {
  /** Whether it keeps no document at all, expired ones included. */
  isEmpty(): Promise<boolean>;
}
