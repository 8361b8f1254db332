import { setTimeout as pause } from 'node:timers/promises';
import type { CrisisReply, Reply } from '../dialogs/reply.ts';
import { Admission, admissionLimits } from './admission.ts';
import type { Incoming } from './incoming.ts';
import { LruMap } from './lru-map.ts';
import type { Outcome } from './outcome.ts';
import { Pace } from './pace.ts';
import { KeyedQueue } from './queue.ts';
import { RiskGate } from './risk-gate.ts';
import { TurnMemory, type TurnMemoryParts } from './turn-memory.ts';
import type { Decision } from './turn-outcome.ts';

/** Hands replies to the channel; never rejects. */
export type Send = (replies: readonly Reply[]) => Promise<Outcome>;

export interface TurnParts extends Omit<TurnMemoryParts, 'note'> {
  /** Without one the usual limits hold, and nobody counts what is refused. */
  readonly admission?: Admission;
}

/** How many messages that got the crisis reply at once are held in mind, so that a resend does not get it twice. */
const mostUrgent = 1_000;

/** The order of one turn: risk gate, admission, memory, converse, save, send. */
export class TurnRunner {
  readonly #admission: Admission;
  readonly #gate: RiskGate;
  readonly #memory: TurnMemory;
  readonly #pace = new Pace();
  readonly #queue = new KeyedQueue();
  readonly #urgent = new LruMap<string, Promise<Outcome>>(mostUrgent);

  constructor(parts: TurnParts) {
    this.#admission = parts.admission ?? usual();
    this.#gate = new RiskGate(parts.knowledge);
    this.#memory = new TurnMemory({ ...parts, note: (key, memory) => this.#gate.note(key, memory) });
  }

  /**
   * Resolves to what was decided once the replies are given, or given up. The crisis reply is on its way before anything else begins.
   * Rejects with Overloaded where there is no room, unless the message may be about danger: that is always answered.
   */
  async run(message: Incoming, send: Send): Promise<Decision> {
    const { urgent, danger, alone } = this.#gate.judge(message);
    const incoming = { ...message, alone };
    const first = urgent && this.#sendUrgent(incoming, () => send([urgent]));
    const place = this.#admission.enter(incoming.conversation, danger);
    if (place.kind === 'full') {
      if (danger) return this.#helpAtOnce(incoming, send, first);
      await pause(place.refuseAfter);
      throw place.why;
    }
    try {
      if (!danger) await this.#pace.next();
      return await this.#queue.run(incoming.conversation, () => this.#take(incoming, send, urgent, first));
    } finally {
      place.leave();
    }
  }

  /** Resolves once every turn that was accepted is done. */
  async idle(): Promise<void> {
    await this.#queue.idle();
  }

  async #take(
    incoming: Incoming,
    send: Send,
    urgent: CrisisReply | undefined,
    first: Promise<Outcome> | undefined,
  ): Promise<Decision> {
    const said = await this.#memory.remember(incoming);
    const { replies, sent, late, decision } = said;
    const helped = await first;
    if (sent) return decision;
    const rest = urgent === undefined ? replies : replies.filter((reply) => !isSaid(reply, urgent));
    const before = replies.some(isCrisis) ? [] : late.flatMap((turn) => turn.replies);
    // Where even help does not get through, all of it waits for the next message.
    const outcome = helped === 'failed' ? helped : await send([...before, ...rest]);
    await this.#memory.mark(incoming, said, outcome);
    return decision;
  }

  /** Danger is answered also where there is no place for its message. */
  async #helpAtOnce(incoming: Incoming, send: Send, first: Promise<Outcome> | undefined): Promise<Decision> {
    if (first) {
      await first;
      return { outcome: 'crisis', tier: 'immediate' };
    }
    const { replies, decision } = this.#memory.withoutStore(incoming);
    await send(replies);
    return decision;
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
}

const usual = (): Admission =>
  new Admission({ limits: admissionLimits, loopDelay: () => 0, refused: () => undefined });

const isCrisis = ({ kind }: Reply): boolean => kind === 'crisis';

/** A crisis reply need not come twice, unless memory knew of a country or language with other lines. */
const isSaid = (reply: Reply, urgent: CrisisReply): boolean =>
  reply.kind === 'crisis' &&
  reply.contacts.every(({ label }) => urgent.contacts.some((contact) => contact.label === label));
