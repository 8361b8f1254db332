import type { Activity } from 'botbuilder';
import type { Reply } from '../dialogs/reply.ts';
import { troubleReply } from '../dialogs/trouble.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { Overloaded } from './errors.ts';
import { AskedCards } from './asked-cards.ts';
import type { Incoming } from './incoming.ts';
import type { Log } from './log.ts';
import { measuredTurn } from './measured-turn.ts';
import type { Metrics } from './metrics.ts';
import { receive } from './receive.ts';
import type { Outcome } from './outcome.ts';
import { render } from './render/index.ts';
import { renderPlain } from './render/plain-text.ts';
import type { TurnRunner } from './turn.ts';

/**
 * Gives activities to whoever wrote. `crisis`: they carry help in danger, and are worth more tries.
 * `rejected`: the channel does not take them in this form.
 */
export type Deliver = (
  activities: readonly Partial<Activity>[],
  crisis: boolean,
  /** Told the place of each activity that was taken, and the id that the channel gave it. */
  sent?: (at: number, id: string | undefined) => void,
) => Promise<Outcome | 'rejected'>;

/** Puts another message in the place of one that was sent. */
export type Update = (activity: Partial<Activity>) => Promise<unknown>;

/** Where replies go: what rendering them depends on. */
export type Place = Parameters<typeof render>[0] & Partial<Pick<Incoming, 'conversation' | 'trace'>>;

export interface BotParts {
  readonly runner: TurnRunner;
  readonly knowledge: Knowledge;
  readonly log: Log;
  readonly metrics: Metrics;
}

/**
 * Takes one activity of any channel to its end: nothing that goes wrong inside reaches the channel as an error.
 * Only what is not taken at all is: then it rejects with Overloaded.
 */
export class Bot {
  readonly #parts: BotParts;
  readonly #cards = new AskedCards();

  constructor(parts: BotParts) {
    this.#parts = parts;
  }

  async handle(activity: Activity, deliver: Deliver, update?: Update): Promise<void> {
    const incoming = receive(activity);
    if (incoming === undefined) return;
    const { runner } = this.#parts;
    const turn = measuredTurn(incoming, this.#parts);
    const said: Reply[] = [];
    const send = async (replies: readonly Reply[]) => {
      said.push(...replies);
      const outcome = await this.send(incoming, replies, deliver);
      if (outcome !== 'failed') turn.given(replies);
      return outcome;
    };
    try {
      turn.ended(await runner.run(incoming, send));
    } catch (error) {
      // Not taken at all: the channel is told so, and may send it again.
      if (error instanceof Overloaded) {
        turn.refused();
        throw error;
      }
      this.#parts.log.write('turn', { error, trace: incoming.trace });
      await send([troubleReply(this.#parts.knowledge)]);
      turn.ended({ outcome: 'fault', tier: undefined });
    }
    if (update) await this.#settleCards(incoming, said, update);
  }

  /**
   * Puts replies into the channel's form and gives them. A channel that does not take them must not end the turn:
   * what was said is stored and can be given again. One that rejects their form gets plain text.
   */
  async send(place: Place, replies: readonly Reply[], deliver: Deliver): Promise<Outcome> {
    const activities = render(place, replies);
    if (activities.length === 0) return 'taken';
    const crisis = replies.some(({ kind }) => kind === 'crisis');
    try {
      const first = await deliver(activities, crisis, this.#noteCards(place, replies, activities));
      const last = first === 'rejected' ? await deliver(plain(replies), crisis) : first;
      if (last === 'taken' || last === 'held') this.#count(replies);
      else if (crisis) this.#parts.log.write('crisis-unsent', { trace: place.trace });
      // Nothing will change a channel's mind about ordinary words; help is worth asking again.
      if (last === 'rejected') return crisis ? 'failed' : 'taken';
      return last;
    } catch (error) {
      this.#parts.log.write('send', { error, trace: place.trace });
      return 'failed';
    }
  }

  /** Teams alone has cards that can be replaced; a question's card is summed up by the question. */
  #noteCards(
    { channelId, conversation }: Place,
    replies: readonly Reply[],
    activities: readonly Partial<Activity>[],
  ): Parameters<Deliver>[2] {
    if (channelId !== 'msteams' || conversation === undefined) return undefined;
    return (at, id) => {
      const { summary } = activities[at] ?? {};
      const ask = replies.find((reply) => reply.kind === 'ask' && reply.text === summary);
      this.#cards.sent(conversation, ask, id);
    };
  }

  /** A card that keeps its buttons does no harm: pressed later it says that it is an old one. */
  async #settleCards({ conversation, message, trace }: Incoming, said: readonly Reply[], update: Update) {
    for (const activity of this.#cards.settle(conversation, message, said)) {
      try {
        await update(activity);
      } catch (error) {
        this.#parts.log.write('card-update', { error, trace });
      }
    }
  }

  #count(replies: readonly Reply[]): void {
    const { referrals, feedback } = this.#parts.metrics;
    for (const reply of replies) {
      if (reply.kind === 'crisis') referrals.inc({ tier: reply.tier, category: reply.category });
      if (reply.kind !== 'trace' || reply.trace.name !== 'Feedback') continue;
      const { topics, helped } = reply.trace.value;
      for (const topic of topics) feedback.inc({ topic, helped: helped ? 'yes' : 'no' });
    }
  }
}

const plain = (replies: readonly Reply[]): readonly Partial<Activity>[] =>
  renderPlain(replies.filter(({ kind }) => kind !== 'trace'));
