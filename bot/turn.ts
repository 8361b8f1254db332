import { converse } from '../dialogs/converse.ts';
import type { Reply } from '../dialogs/reply.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { lostConversation, type ConversationStore, type Found } from './conversation-store.ts';
import type { Incoming } from './incoming.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import { KeyedQueue } from './queue.ts';
import { RiskGate } from './risk-gate.ts';
import { withAnswered, withSent } from './turn-document.ts';

/** Hands replies to the channel; resolves to whether it took them. */
export type Send = (replies: readonly Reply[]) => Promise<boolean>;

export interface TurnParts {
  readonly knowledge: Knowledge;
  readonly store: ConversationStore;
  readonly clock: () => Date;
  readonly log: Log;
  readonly metrics: Metrics;
}

/** Overlapping processes may win the race for a document; one of them always does, so a few tries are plenty. */
const mostTries = 20;

/** The order of one turn: risk gate, memory, converse, save, send. */
export class TurnRunner {
  readonly #parts: TurnParts;
  readonly #gate: RiskGate;
  readonly #queue = new KeyedQueue();

  constructor(parts: TurnParts) {
    this.#parts = parts;
    this.#gate = new RiskGate(parts.knowledge);
  }

  async run(incoming: Incoming, send: Send): Promise<void> {
    const urgent = this.#gate.urgentReply(incoming);
    if (urgent) await send([urgent]);
    await this.#queue.run(incoming.conversation, async () => {
      const { replies, sent } = await this.#remember(incoming);
      if (sent) return;
      const taken = await send(urgent ? replies.filter(({ kind }) => kind !== 'crisis') : replies);
      if (taken) await this.#markSent(incoming);
    });
  }

  /** Resolves once every turn that was accepted is done. */
  async idle(): Promise<void> {
    await this.#queue.idle();
  }

  /** Converses and saves memory and replies together; a message that was answered before gets those replies. */
  async #remember(incoming: Incoming): Promise<{ replies: readonly Reply[]; sent: boolean }> {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const found = await this.#load(incoming);
      const before = found.document.answered.find(({ id }) => id === incoming.activityId);
      if (before) return before;
      const { replies, saved } = await this.#converse(incoming, found);
      if (saved) return { replies, sent: false };
      this.#parts.metrics.conflicts.inc();
    }
    return { replies: this.#withoutMemory(incoming), sent: false };
  }

  async #load({ conversation }: Incoming): Promise<Found> {
    const now = this.#parts.clock();
    try {
      return await this.#parts.store.load(conversation, now);
    } catch (error) {
      this.#fault('storage-load', error);
      return lostConversation(now);
    }
  }

  async #converse(incoming: Incoming, found: Found): Promise<{ replies: readonly Reply[]; saved: boolean }> {
    const now = this.#parts.clock();
    const { memory, replies } = converse(found.document.memory, incoming.message, this.#parts.knowledge, now);
    if (found.lost) return { replies, saved: true };
    if (memory) this.#gate.note(incoming.conversation, memory);
    const answered = incoming.activityId
      ? withAnswered(found.document.answered, { id: incoming.activityId, sent: false, replies })
      : found.document.answered;
    try {
      const document = memory && { memory, answered };
      const tag = await this.#parts.store.save(incoming.conversation, found, document, now);
      return { replies, saved: tag !== undefined };
    } catch (error) {
      this.#fault('storage-save', error);
      return { replies, saved: true };
    }
  }

  #withoutMemory({ message }: Incoming): readonly Reply[] {
    const now = this.#parts.clock();
    return converse(lostConversation(now).document.memory, message, this.#parts.knowledge, now).replies;
  }

  /** A lost mark costs at most one identical reply more, so a conflict or fault here is only counted. */
  async #markSent({ conversation, activityId }: Incoming): Promise<void> {
    if (activityId === undefined) return;
    try {
      const now = this.#parts.clock();
      const found = await this.#parts.store.load(conversation, now);
      if (found.tag === undefined) return;
      const document = { ...found.document, answered: withSent(found.document.answered, activityId) };
      await this.#parts.store.save(conversation, found, document, now);
    } catch (error) {
      this.#fault('storage-mark', error);
    }
  }

  #fault(code: string, error: unknown): void {
    this.#parts.metrics.faults.inc({ code });
    this.#parts.log.error('the store did not do its work', { code, error });
  }
}
