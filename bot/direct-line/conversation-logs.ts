import { ConversationLog } from './conversation-log.ts';

/** How long a quiet conversation keeps its words, in milliseconds. */
export const idleLimit = 2 * 3_600_000;
const mostConversations = 10_000;
/** All logs together, in characters: some 100 MB. */
const mostCharacters = 50_000_000;

/**
 * The logs of the conversations of late, in this process's memory only. Those quiet for two hours go;
 * so do the quietest ones when there are too many.
 */
export class ConversationLogs {
  readonly #logs = new Map<string, { readonly log: ConversationLog; readonly used: number }>();
  readonly #clock: () => Date;

  constructor(clock: () => Date) {
    this.#clock = clock;
  }

  get count(): number {
    return this.#logs.size;
  }

  /** A valid token proves that the conversation was ours, so one that was dropped starts again empty. */
  open(conversation: string): ConversationLog {
    const log = this.#logs.get(conversation)?.log ?? new ConversationLog();
    this.#logs.delete(conversation);
    this.#logs.set(conversation, { log, used: this.#clock().getTime() });
    if (this.#logs.size > mostConversations) this.#dropOldest();
    return log;
  }

  remove(conversation: string): void {
    const found = this.#logs.get(conversation);
    if (found) this.#drop(conversation, found.log);
  }

  sweep(): void {
    const limit = this.#clock().getTime() - idleLimit;
    for (const [conversation, { log, used }] of this.#logs) if (used <= limit) this.#drop(conversation, log);
    let total = 0;
    for (const { log } of this.#logs.values()) total += log.size;
    while (total > mostCharacters) total -= this.#dropOldest();
  }

  /** The map is in order of use. Returns how many characters went. */
  #dropOldest(): number {
    for (const [conversation, { log }] of this.#logs) {
      this.#drop(conversation, log);
      return log.size;
    }
    return 0;
  }

  #drop(conversation: string, log: ConversationLog): void {
    this.#logs.delete(conversation);
    log.unfollow();
  }
}
