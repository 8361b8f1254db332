/** The store refused, was busy for too long, or can't be reached. `cause` has the driver's own error. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  /** What the store, its driver or the operating system calls it, where that is known. */
  readonly code: string | undefined;
  constructor(message: string, { code, ...options }: ErrorOptions & { readonly code?: string } = {}) {
    super(message, options);
    this.code = code;
  }
}

/** Wrong configuration. The message names every culprit and the mend, and is all an operator needs. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** What a client did wrong, as an HTTP answer: one plain sentence, never the reason's stack. */
export class BadRequest extends Error {
  override readonly name = 'BadRequest';
  readonly status: number;
  constructor(status: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}

/** The service takes no more just now: 429 where one conversation sends too much, 503 where all together do. */
export class Overloaded extends BadRequest {
  /** Seconds after which another try makes sense. */
  readonly retryAfter: number;
  constructor(status: 429 | 503, message: string, retryAfter: number) {
    super(status, message);
    this.retryAfter = retryAfter;
  }
}
