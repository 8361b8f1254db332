import { Overloaded } from './errors.ts';

export interface AdmissionLimits {
  /** Messages of one conversation that are under way or wait for the one before. */
  readonly inOneConversation: number;
  readonly inAll: number;
  /** When the event loop runs so late, in milliseconds, there is no room for more than `whileLate`. */
  readonly lateFrom: number;
  readonly whileLate: number;
  /** Messages that may be about danger have so many times the room. */
  readonly roomForDanger: number;
  /** Milliseconds until who is refused hears of it: one that tries again at once would else take all the time. */
  readonly refuseAfter: number;
}

/**
 * Nobody has thirty messages waiting. A thousand in all are some seconds of work, which is within what channels
 * wait, and few enough to keep in memory.
 */
export const admissionLimits: AdmissionLimits = {
  inOneConversation: 30,
  inAll: 1_000,
  lateFrom: 500,
  whileLate: 100,
  roomForDanger: 4,
  refuseAfter: 1_000,
};

/** How soon another try makes sense, in seconds. */
const waits = { conversation: 2, all: 5 } as const;

export interface AdmissionParts {
  readonly limits: AdmissionLimits;
  /** How late the event loop runs, in milliseconds. */
  readonly loopDelay: () => number;
  /** Called with where there was no room. */
  readonly refused: (where: 'conversation' | 'all' | 'late') => void;
}

/** A place among the messages under way, which must be given back once; or what to tell whoever gets none. */
export type Place =
  | { readonly kind: 'taken'; readonly leave: () => void }
  | { readonly kind: 'full'; readonly why: Overloaded; readonly refuseAfter: number };

/** Bounds how many messages are under way, so that those that were taken are answered in time. */
export class Admission {
  readonly #parts: AdmissionParts;
  readonly #byConversation = new Map<string, number>();
  #all = 0;

  constructor(parts: AdmissionParts) {
    this.#parts = parts;
  }

  /** How many messages are under way. */
  get size(): number {
    return this.#all;
  }

  enter(conversation: string, danger: boolean): Place {
    const where = this.#fullWhere(conversation, danger ? this.#parts.limits.roomForDanger : 1);
    if (where === undefined) return { kind: 'taken', leave: this.#take(conversation) };
    this.#parts.refused(where);
    const why = where === 'conversation' ? tooManyInOne() : tooManyInAll();
    return { kind: 'full', why, refuseAfter: this.#parts.limits.refuseAfter };
  }

  #fullWhere(conversation: string, room: number): 'conversation' | 'all' | 'late' | undefined {
    const { limits, loopDelay } = this.#parts;
    if (this.#in(conversation) >= limits.inOneConversation * room) return 'conversation';
    if (this.#all >= limits.inAll * room) return 'all';
    return this.#all >= limits.whileLate * room && loopDelay() > limits.lateFrom ? 'late' : undefined;
  }

  #in(conversation: string): number {
    return this.#byConversation.get(conversation) ?? 0;
  }

  #take(conversation: string): () => void {
    this.#all += 1;
    this.#byConversation.set(conversation, this.#in(conversation) + 1);
    return () => {
      this.#all -= 1;
      const left = this.#in(conversation) - 1;
      if (left > 0) this.#byConversation.set(conversation, left);
      else this.#byConversation.delete(conversation);
    };
  }
}

const tooManyInOne = (): Overloaded =>
  new Overloaded(429, 'Too many messages of this conversation are waiting.', waits.conversation);

const tooManyInAll = (): Overloaded =>
  new Overloaded(503, 'Too many messages are waiting. Please send it again.', waits.all);
