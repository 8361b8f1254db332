import { converse } from '../dialogs/converse.ts';
import type { Memory } from '../dialogs/memory.ts';
import { noOutside, type Outside } from '../dialogs/outside.ts';
import type { CrisisReply, Reply } from '../dialogs/reply.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { lostConversation, type ConversationStore, type Found } from './conversation-store.ts';
import type { Incoming } from './incoming.ts';
import type { Log } from './log.ts';
import { LruMap } from './lru-map.ts';
import type { Metrics } from './metrics.ts';
import type { Outcome } from './outcome.ts';
import { KeyedQueue } from './queue.ts';
import { RiskGate } from './risk-gate.ts';
import { outsideOf, type PublicAddress } from './summary/summary-address.ts';
import { summaryWrites } from './summary/summary-document.ts';
import { owed, withAnswered, withFailed, withSent, type AnsweredTurn } from './turn-document.ts';
import type { Unanswered } from './unanswered.ts';

/** Hands replies to the channel; never rejects. */
export type Send = (replies: readonly Reply[]) => Promise<Outcome>;

export interface TurnParts {
  readonly knowledge: Knowledge;
  readonly store: ConversationStore;
  readonly clock: () => Date;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly unanswered?: Unanswered;
  /** Told at once when somebody has all deleted that is kept of a conversation. */
  readonly forgotten?: (conversation: string) => void;
  /** Without it no page of a result is offered. */
  readonly address?: PublicAddress;
}

/** What came of one try; `saved` unless another turn was faster. */
interface Conversed {
  readonly after: Memory | undefined;
  readonly replies: readonly Reply[];
  readonly saved: boolean;
}

/** Overlapping processes may win the race for a document; one of them always does, so a few tries are plenty. */
const mostTries = 20;
/** How many messages that got the crisis reply at once are held in mind, so that a resend does not get it twice. */
const mostUrgent = 1_000;

/** What a turn has to say, and what earlier turns could not. */
interface Said {
  readonly replies: readonly Reply[];
  readonly sent: boolean;
  readonly late: readonly AnsweredTurn[];
}

/** The order of one turn: risk gate, memory, converse, save, send. */
export class TurnRunner {
  readonly #parts: TurnParts;
  readonly #gate: RiskGate;
  readonly #queue = new KeyedQueue();
  readonly #urgent = new LruMap<string, Promise<Outcome>>(mostUrgent);

  constructor(parts: TurnParts) {
    this.#parts = parts;
    this.#gate = new RiskGate(parts.knowledge);
  }

  /** Resolves once the replies are given, or given up. The crisis reply is on its way before anything else begins. */
  async run(incoming: Incoming, send: Send): Promise<void> {
    const urgent = this.#gate.urgentReply(incoming);
    const first = urgent && this.#sendUrgent(incoming, () => send([urgent]));
    await this.#queue.run(incoming.conversation, async () => {
      const { replies, sent, late } = await this.#remember(incoming);
      const helped = await first;
      if (sent) return;
      const rest = urgent === undefined ? replies : replies.filter((reply) => !isSaid(reply, urgent));
      const before = replies.some(isCrisis) ? [] : late.flatMap((turn) => turn.replies);
      // Where even help does not get through, all of it waits for the next message.
      const outcome = helped === 'failed' ? helped : await send([...before, ...rest]);
      await this.#mark(incoming, late, outcome);
    });
  }

  /** A resend of the same message waits for the first one's end, and is helped anew only where that one was not. */
  #sendUrgent({ conversation, activityId }: Incoming, send: () => Promise<Outcome>): Promise<Outcome> {
    if (activityId === undefined) return send();
    const key = `${conversation} ${activityId}`;
    const before = this.#urgent.get(key);
    const mine = before ? before.then((outcome) => (outcome === 'taken' ? outcome : send())) : send();
    this.#urgent.set(key, mine);
    return mine;
  }

  /** Resolves once every turn that was accepted is done. */
  async idle(): Promise<void> {
    await this.#queue.idle();
  }

  /** Converses and saves memory and replies together; a message that was answered before gets those replies. */
  async #remember(incoming: Incoming): Promise<Said> {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const found = await this.#load(incoming);
      const before = found.document.answered.find(({ id }) => id === incoming.activityId);
      const late = this.#late(incoming, found);
      if (before) return { ...before, late };
      const { after, replies, saved } = await this.#converse(incoming, found);
      if (saved) {
        const turn = { incoming, before: found.document.memory, after, replies };
        this.#parts.unanswered?.note(turn, this.#parts.clock());
        return { replies, sent: false, late };
      }
      this.#parts.metrics.conflicts.inc();
    }
    return { replies: this.#withoutMemory(incoming), sent: false, late: [] };
  }

  /** What could not be given of earlier messages. Beside a crisis reply it would be in the way, and is let go. */
  #late({ activityId }: Incoming, { document }: Found): readonly AnsweredTurn[] {
    return owed(document.answered, this.#parts.clock()).filter(({ id }) => id !== activityId);
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

  async #converse(incoming: Incoming, found: Found): Promise<Conversed> {
    const now = this.#parts.clock();
    const { knowledge } = this.#parts;
    const outside = this.#outside(incoming, found);
    const { memory, replies } = converse(found.document.memory, incoming.message, knowledge, now, outside);
    if (memory === undefined) this.#parts.forgotten?.(incoming.conversation);
    if (found.lost) return { after: memory, replies, saved: true };
    if (memory) this.#gate.note(incoming.conversation, memory);
    const answered = incoming.activityId
      ? withAnswered(found.document.answered, { id: incoming.activityId, sent: false, replies })
      : found.document.answered;
    try {
      const document = memory && { memory, answered };
      const pages = summaryWrites(found.document.memory, memory, now);
      const tag = await this.#parts.store.save(incoming.conversation, found, document, now, pages);
      return { after: memory, replies, saved: tag !== undefined };
    } catch (error) {
      this.#fault('storage-save', error);
      return { after: memory, replies, saved: true };
    }
  }

  #outside(incoming: Incoming, { lost }: Found): Outside {
    const { store, address } = this.#parts;
    return address && !lost
      ? outsideOf(incoming, store.days, address)
      : { ...noOutside, keptDays: store.days };
  }

  #withoutMemory({ message }: Incoming): readonly Reply[] {
    const now = this.#parts.clock();
    return converse(lostConversation(now).document.memory, message, this.#parts.knowledge, now).replies;
  }

  /** A lost mark costs at most one identical reply more, so a conflict or fault here is only counted. */
  async #mark(
    { conversation, activityId }: Incoming,
    late: readonly AnsweredTurn[],
    outcome: Outcome,
  ): Promise<void> {
    if (outcome === 'held' || (activityId === undefined && late.length === 0)) return;
    try {
      const now = this.#parts.clock();
      const found = await this.#parts.store.load(conversation, now);
      if (found.tag === undefined) return;
      const ids = [...late.map(({ id }) => id), ...(activityId === undefined ? [] : [activityId])];
      const { answered } = found.document;
      const marked =
        outcome === 'taken' ? withSent(answered, ids) : withFailed(answered, activityId ?? '', now);
      await this.#parts.store.save(conversation, found, { ...found.document, answered: marked }, now);
    } catch (error) {
      this.#fault('storage-mark', error);
    }
  }

  #fault(code: string, error: unknown): void {
    this.#parts.metrics.faults.inc({ code });
    this.#parts.log.error('the store did not do its work', { code, error });
  }
}

const isCrisis = ({ kind }: Reply): boolean => kind === 'crisis';

/** A crisis reply need not come twice, unless memory knew of a country or language with other lines. */
const isSaid = (reply: Reply, urgent: CrisisReply): boolean =>
  reply.kind === 'crisis' &&
  reply.contacts.every(({ label }) => urgent.contacts.some((contact) => contact.label === label));
