import { BadRequest } from '../errors.ts';

/** A call that is refused, as Direct Line says it: a status, a word for programs, a sentence for people. */
export class DirectLineError extends BadRequest {
  readonly code: string;
  /** Seconds after which another try makes sense. */
  readonly retryAfter: number | undefined;
  constructor(status: number, code: string, message: string, retryAfter?: number) {
    super(status, message);
    this.code = code;
    this.retryAfter = retryAfter;
  }
}
