import type { Activity } from 'botbuilder';
import type { Deliver } from '../bot.ts';
import { Overloaded } from '../errors.ts';
import { inTime } from '../in-time.ts';
import type { Log } from '../log.ts';
import { traceOf, withTrace } from '../request-trace.ts';
import type { TraceContext } from '../trace-context.ts';
import type { ConversationLogs } from './conversation-logs.ts';
import { DirectLineError } from './direct-line-error.ts';
import { addressed, arrivalOf, idOf, messageOf, replyOf, type Posted } from './posted.ts';
import type { Chat } from './tokens.ts';

/** The part of the bot that is needed here. */
export interface Handler {
  handle(activity: Activity, deliver: Deliver): Promise<void>;
}

export interface TurnsParts {
  readonly bot: Handler;
  readonly logs: ConversationLogs;
  readonly clock: () => Date;
  readonly log: Log;
  /** How long a post waits for the bot, in milliseconds; the turn itself goes on. */
  readonly turnLimit: number;
}

/** Brings what visitors do to the bot, and what it says to the conversation's log. */
export class Turns {
  readonly #parts: TurnsParts;

  constructor(parts: TurnsParts) {
    this.#parts = parts;
  }

  /** The bot hears once of a visitor who comes. Nobody waits for its greeting. Resolves to whether it was the first time. */
  arrive(chat: Chat, trace: TraceContext, locale?: string): boolean {
    const { logs, clock } = this.#parts;
    const log = logs.open(chat);
    if (log.started) return false;
    log.started = true;
    void this.#run(withTrace(arrivalOf(chat, locale, clock()), trace), chat).catch(() => undefined);
    return true;
  }

  /** Resolves to the message's id once the bot is done with it. A resend joins the turn of the first. */
  async say(chat: Chat, posted: Posted, trace: TraceContext): Promise<string> {
    const id = idOf(chat.conv, posted);
    const log = this.#parts.logs.open(chat);
    const turn = log.turns.get(id) ?? this.#begin(id, chat, posted, trace);
    await inTime(turn, this.#parts.turnLimit, late);
    return id;
  }

  /** A turn that failed is forgotten, so that a resend of the message tries again. */
  #begin(id: string, chat: Chat, posted: Posted, trace: TraceContext): Promise<void> {
    const log = this.#parts.logs.open(chat);
    const message = messageOf(id, chat, posted, this.#parts.clock());
    if (!log.has(id)) log.append([message]);
    const turn = this.#run(withTrace(addressed(message), trace), chat);
    log.turns.set(id, turn);
    turn.catch(() => log.turns.delete(id));
    return turn;
  }

  async #run(activity: Activity, chat: Chat): Promise<void> {
    const { bot, logs, clock, log } = this.#parts;
    try {
      await bot.handle(activity, async (replies) => {
        const said = replies.map((reply) => replyOf(reply, chat, activity.id ?? '', clock()));
        logs.open(chat).append(said);
        return 'taken';
      });
    } catch (error) {
      if (error instanceof Overloaded)
        throw new DirectLineError(error.status, 'ServiceUnavailable', error.message, error.retryAfter);
      log.write('direct-line-turn', { error, trace: traceOf(activity) });
      throw new DirectLineError(502, 'BotError', 'The bot could not answer. Please try again.');
    }
  }
}

const late = () => new DirectLineError(504, 'BotTimeout', 'The bot takes long. Its answer may still come.');
