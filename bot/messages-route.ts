import { setTimeout as after } from 'node:timers/promises';
import type { Request, Response, Server } from 'restify';
import type { Activity, InvokeResponse, TurnContext } from 'botbuilder';
import type { ChannelAdapter } from './adapter.ts';
import type { Bot, Deliver } from './bot.ts';
import { readActivity } from './channel-request.ts';
import type { Delivery } from './connector/delivery.ts';
import { invokeAnswer } from './invoke-answer.ts';
import type { Log } from './log.ts';
import { jsonBody } from './json-body.ts';
import { traceOf, traceOfRequest, withTrace } from './request-trace.ts';
import { answer } from './server.ts';

export interface MessagesRouteParts {
  readonly adapter: ChannelAdapter;
  readonly bot: Bot;
  readonly delivery: Delivery;
  readonly log: Log;
  readonly production: boolean;
  /** A request is answered after so many milliseconds, while its turn goes on. */
  readonly answerAfter: number;
}

/** `POST /api/messages`: where every Bot Framework channel delivers. */
export const addMessagesRoute = (server: Server, parts: MessagesRouteParts): void => {
  server.post(
    '/api/messages',
    ...jsonBody(),
    answer(parts.log, (request, response) => take(parts, request, response)),
  );
};

const take = async (parts: MessagesRouteParts, request: Request, response: Response): Promise<void> => {
  const activity = withTrace(readActivity(request.body, parts.production), traceOfRequest(request));
  const authorization = request.headers.authorization ?? '';
  const result = await inTimeForChannel(parts, activity, authorization);
  if (result?.body === undefined) response.send(result?.status ?? 200);
  else response.send(result.status, result.body);
};

/**
 * The turn's result, or 202 where it takes longer than a channel would wait: its message is in our hands then,
 * and sending it again would help nobody. Only who asks for the replies in the answer waits for all of them.
 */
const inTimeForChannel = async (
  parts: MessagesRouteParts,
  activity: Activity,
  authorization: string,
): Promise<InvokeResponse | undefined> => {
  let admitted = (): void => undefined;
  const begun = new Promise<void>((resolve) => (admitted = resolve));
  const turn = parts.adapter.answer(authorization, activity, (context) => {
    admitted();
    return run(parts, context);
  });
  if (isBuffered(activity)) return turn;
  const waiting = new AbortController();
  const late = begun.then(() => after(parts.answerAfter, { status: 202 }, { signal: waiting.signal }));
  late.catch(() => undefined);
  try {
    return await Promise.race([turn, late]);
  } finally {
    waiting.abort();
  }
};

/** Buffered replies may be asked for again by a resend, so they never count as taken for good. */
const run = async ({ bot, delivery }: MessagesRouteParts, context: TurnContext): Promise<void> => {
  const { activity } = context;
  const deliver: Deliver = async (replies, crisis, sent) => {
    const posts = replies.map((reply, at) => async () => {
      // The context writes into what it sends, so a further try gets a copy of its own.
      const taken = await context.sendActivity({ ...reply });
      if (!isBuffered(activity)) sent?.(at, taken?.id);
    });
    if (!isBuffered(activity)) return delivery.give(posts, crisis, traceOf(activity));
    for (const post of posts) await post();
    return 'held';
  };
  await bot.handle(activity, deliver, (reply) => context.updateActivity(reply));
  const result = invokeAnswer(activity);
  if (result) await context.sendActivity({ type: 'invokeResponse', value: result });
};

const isBuffered = ({ deliveryMode }: Activity): boolean => deliveryMode === 'expectReplies';
