import type { Activity } from 'botbuilder';
import type { Reply } from '../dialogs/reply.ts';
import { troubleReply } from '../dialogs/trouble.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Incoming } from './incoming.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import { receive } from './receive.ts';
import { render } from './render/index.ts';
import type { TurnRunner } from './turn.ts';

/**
 * Gives activities to whoever wrote. Resolves to whether the channel took them for good: then a resend
 * of the same message gets nothing. `false` where they may have to be given again.
 */
export type Deliver = (activities: readonly Partial<Activity>[]) => Promise<boolean>;

export interface BotParts {
  readonly runner: TurnRunner;
  readonly knowledge: Knowledge;
  readonly log: Log;
  readonly metrics: Metrics;
}

/** Takes one activity of any channel to its end: nothing that goes wrong inside reaches the channel as an error. */
export class Bot {
  readonly #parts: BotParts;

  constructor(parts: BotParts) {
    this.#parts = parts;
  }

  async handle(activity: Activity, deliver: Deliver): Promise<void> {
    const incoming = receive(activity);
    if (incoming === undefined) return;
    const { runner, metrics } = this.#parts;
    const end = metrics.turnSeconds.startTimer();
    metrics.turns.inc({ channel: incoming.channelId });
    const send = (replies: readonly Reply[]) => this.#send(incoming, replies, deliver);
    try {
      await runner.run(incoming, send);
    } catch (error) {
      this.#fault('turn', error);
      await send([troubleReply(this.#parts.knowledge)]);
    } finally {
      end();
    }
  }

  /** A channel that does not take replies must not end the turn: what was said is stored and can be given again. */
  async #send(incoming: Incoming, replies: readonly Reply[], deliver: Deliver): Promise<boolean> {
    const activities = render(incoming, replies);
    if (activities.length === 0) return true;
    try {
      const taken = await deliver(activities);
      this.#count(replies);
      return taken;
    } catch (error) {
      this.#fault('send', error);
      return false;
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

  #fault(code: string, error: unknown): void {
    this.#parts.metrics.faults.inc({ code });
    this.#parts.log.error('a turn met a fault', { code, error });
  }
}
