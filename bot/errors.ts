/** The store refused, was busy for too long, or can't be reached. `cause` has the driver's own error. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
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
