import { converse, type Conversed } from '../dialogs/converse.ts';
import type { Memory } from '../dialogs/memory.ts';
import { noOutside, type Outside } from '../dialogs/outside.ts';
import type { Reply } from '../dialogs/reply.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { ConversationStore, Found } from './conversation-store.ts';
import { HeldConversations } from './held-conversations.ts';
import type { Incoming } from './incoming.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { Outcome } from './outcome.ts';
import { outsideOf, type PublicAddress } from './summary/summary-address.ts';
import { summaryWrites } from './summary/summary-document.ts';
import { owed, withAnswered, withFailed, withSent, type AnsweredTurn } from './turn-document.ts';
import { decisionOf, type Decision } from './turn-outcome.ts';
import type { Unanswered } from './unanswered.ts';

export interface TurnMemoryParts {
  readonly knowledge: Knowledge;
  readonly store: ConversationStore;
  readonly clock: () => Date;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly unanswered?: Unanswered;
  /** Told at once when somebody has all deleted that is kept of a conversation. */
  readonly forgotten?: (conversation: string) => void;
  /** Where the service can be reached from outside, so that a result can be read on a page. */
  readonly address?: PublicAddress;
  /** Told what each turn leaves in memory. */
  readonly note: (conversation: string, memory: Memory) => void;
}

/** Overlapping processes may win the race for a document; one of them always does, so a few tries are plenty. */
const mostTries = 20;

const resent: Decision = { outcome: 'resent', tier: undefined };

/** What a turn has to say, and what earlier turns could not. */
export interface Said {
  readonly replies: readonly Reply[];
  readonly sent: boolean;
  readonly late: readonly AnsweredTurn[];
  /** The store was away: it can't be told either that the replies were sent. */
  readonly lost: boolean;
  readonly decision: Decision;
}

/** Converses with what is remembered, and remembers: each message once, however often it comes. */
export class TurnMemory {
  readonly #parts: TurnMemoryParts;
  readonly #held: HeldConversations;

  constructor(parts: TurnMemoryParts) {
    this.#parts = parts;
    this.#held = new HeldConversations(parts.store, (event, error, trace) =>
      parts.log.write(event, { error, trace }),
    );
  }

  /** Converses and saves memory and replies together; a message that was answered before gets those replies. */
  async remember(incoming: Incoming): Promise<Said> {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const found = await this.#held.load(incoming, this.#parts.clock());
      const before = found.document.answered.find(({ id }) => id === incoming.activityId);
      const late = this.#late(incoming, found);
      if (before) return { ...before, late, lost: found.lost, decision: resent };
      const conversed = await this.#converse(incoming, found);
      if (conversed) {
        const { memory: after, replies, step } = conversed;
        const turn = { incoming, before: found.document.memory, after, replies };
        this.#parts.unanswered?.note(turn, this.#parts.clock());
        const decision = decisionOf(replies, step);
        return { replies, sent: false, late, lost: found.lost, decision };
      }
      this.#parts.metrics.conflicts.inc();
    }
    return { ...this.withoutStore(incoming), sent: false, late: [], lost: true };
  }

  /** What is said to a message by what the process knows, without the store. */
  withoutStore(incoming: Incoming): Pick<Said, 'replies' | 'decision'> {
    const now = this.#parts.clock();
    const found = this.#held.held(incoming.conversation, now);
    const { replies, step } = this.#answer(incoming, found.document.memory, now);
    return { replies, decision: decisionOf(replies, step) };
  }

  /** Notes how giving the replies ended. A lost mark costs at most one identical reply more. */
  async mark(incoming: Incoming, { late, lost }: Said, outcome: Outcome): Promise<void> {
    const { conversation, activityId } = incoming;
    if (outcome === 'held' || (activityId === undefined && late.length === 0)) return;
    const now = this.#parts.clock();
    const found = lost ? this.#held.held(conversation, now) : await this.#held.load(incoming, now);
    const ids = [...late.map(({ id }) => id), ...(activityId === undefined ? [] : [activityId])];
    const { answered } = found.document;
    if (!answered.some(({ id }) => ids.includes(id))) return;
    const marked =
      outcome === 'taken' ? withSent(answered, ids) : withFailed(answered, activityId ?? '', now);
    await this.#held.save(incoming, found, { ...found.document, answered: marked }, now);
  }

  /** What could not be given of earlier messages. Beside a crisis reply it would be in the way, and is let go. */
  #late({ activityId }: Incoming, { document }: Found): readonly AnsweredTurn[] {
    return owed(document.answered, this.#parts.clock()).filter(({ id }) => id !== activityId);
  }

  /** Undefined where another turn of the conversation was faster. */
  async #converse(incoming: Incoming, found: Found): Promise<Conversed | undefined> {
    const { conversation } = incoming;
    const now = this.#parts.clock();
    const before = found.document.memory;
    const conversed = this.#answer(incoming, before, now, this.#outside(incoming, found));
    const { memory } = conversed;
    if (memory) this.#parts.note(conversation, memory);
    else this.#parts.forgotten?.(conversation);
    const pages = summaryWrites(before, memory, now);
    const document = documentOf(incoming, found, conversed);
    const kept = await this.#held.save(incoming, found, document, now, pages);
    if (kept === 'conflict') return undefined;
    // What was not deleted must not be called deleted; nor is a page named that was not written.
    if (kept === 'undeleted') return this.#answer(incoming, { ...before, lost: true }, now);
    if (kept === 'saved' || pages.length === 0) return conversed;
    const pageless = this.#answer(incoming, before, now);
    this.#held.hold(conversation, found, documentOf(incoming, found, pageless), now);
    return pageless;
  }

  #answer(
    { message, alone }: Incoming,
    memory: Memory,
    now: Date,
    outside: Outside = { ...noOutside, keptDays: this.#parts.store.days, alone },
  ): Conversed {
    return converse(memory, message, this.#parts.knowledge, now, outside);
  }

  #outside(incoming: Incoming, { lost }: Found): Outside | undefined {
    const { store, address } = this.#parts;
    return address && !lost ? outsideOf(incoming, store.days, address) : undefined;
  }
}

const documentOf = ({ activityId }: Incoming, found: Found, { memory, replies }: Omit<Conversed, 'step'>) => {
  const { answered } = found.document;
  if (memory === undefined) return undefined;
  const turn = activityId === undefined ? undefined : { id: activityId, sent: false, replies };
  return { memory, answered: turn ? withAnswered(answered, turn) : answered };
};
