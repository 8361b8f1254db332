import { inTime } from '../in-time.ts';
import { ConversationLog } from './conversation-log.ts';
import { DirectLineError } from './direct-line-error.ts';
import { longestKept, type LogKeeper } from './log-keeper.ts';
import type { Chat } from './tokens.ts';

/** How long a quiet conversation stays in memory, in milliseconds. */
const idleLimit = 2 * 3_600_000;
const mostConversations = 10_000;
/** All logs together, in characters: some 100 MB. */
const mostCharacters = 50_000_000;
/** How long a visitor waits for what was said before, in milliseconds; then it comes later. */
const restoreLimit = 1_000;

/**
 * The logs of the conversations of late, in memory. Those quiet for two hours go; so do the quietest ones when there
 * are too many. Whoever comes back gets theirs from the store.
 */
export class ConversationLogs {
  readonly #logs = new Map<string, { readonly log: ConversationLog; readonly used: number }>();
  readonly #clock: () => Date;
  readonly #keeper: LogKeeper;

  constructor(clock: () => Date, keeper: LogKeeper) {
    this.#clock = clock;
    this.#keeper = keeper;
  }

  get count(): number {
    return this.#logs.size;
  }

  /**
   * A valid token proves that the conversation was ours, so a log that is not in memory begins at once, and what was
   * stored comes in when it is there. Throws 403 where the token's key is not the chat's.
   */
  open(chat: Pick<Chat, 'conv' | 'key'>): ConversationLog {
    const found = this.find(chat.conv) ?? this.#keeper.held(chat.conv);
    // Who came with a wrong key must not keep the visitor out.
    const log = found === undefined || (found.foreign && !found.isOf(chat)) ? this.#begin(chat) : found;
    if (log.foreign || !log.isOf(chat)) throw wrongKey();
    this.#logs.delete(chat.conv);
    this.#logs.set(chat.conv, { log, used: this.#clock().getTime() });
    if (this.#logs.size > mostConversations) this.#dropOldest();
    return log;
  }

  /** As `open`, once what was stored is there, or does not come in time. */
  async openRestored(chat: Pick<Chat, 'conv' | 'key'>): Promise<ConversationLog> {
    const log = this.open(chat);
    if (log.restored) return log;
    await inTime(this.#keeper.restore(log), restoreLimit, () => new Error('late')).catch(() => undefined);
    if (log.foreign) throw wrongKey();
    return log;
  }

  /** Undefined where it is not in memory. */
  find(conversation: string): ConversationLog | undefined {
    return this.#logs.get(conversation)?.log;
  }

  /** Throws a chat away. Resolves to whether it is gone from the store too. */
  async remove(chat: Pick<Chat, 'conv' | 'key'>): Promise<boolean> {
    const log = await this.openRestored(chat);
    log.clear();
    log.started = false;
    log.unfollow();
    const late = () => new Error('late');
    return inTime(this.#keeper.stored(chat.conv), restoreLimit, late).catch(() => false);
  }

  sweep(): void {
    const now = this.#clock().getTime();
    for (const [conversation, { log, used }] of this.#logs)
      if (used <= now - idleLimit) this.#drop(conversation, log);
    let total = 0;
    for (const { log } of this.#logs.values()) {
      log.forgetBefore(now - longestKept);
      total += log.size;
    }
    while (total > mostCharacters) total -= this.#dropOldest();
  }

  #begin(chat: Pick<Chat, 'conv' | 'key'>): ConversationLog {
    const log = new ConversationLog({ chat, clock: this.#clock, changed: (it) => this.#keeper.changed(it) });
    // Whoever needs it waits for it; when the store is away it is tried again before anything is stored.
    void this.#keeper.restore(log).catch(() => undefined);
    return log;
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
    this.#keeper.release(log);
    log.unfollow();
  }
}

const wrongKey = () => new DirectLineError(403, 'BadToken', 'This token is not valid here.');
