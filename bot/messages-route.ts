import type { Request, Response, Server } from 'restify';
import type { Activity, TurnContext } from 'botbuilder';
import { inSendTime, type ChannelAdapter } from './adapter.ts';
import type { Bot } from './bot.ts';
import { readActivity } from './channel-request.ts';
import type { Log } from './log.ts';
import { answer, jsonBody } from './server.ts';

export interface MessagesRouteParts {
  readonly adapter: ChannelAdapter;
  readonly bot: Bot;
  readonly log: Log;
  readonly production: boolean;
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
  const activity = readActivity(request.body, parts.production);
  const authorization = request.headers.authorization ?? '';
  const result = await parts.adapter.answer(authorization, activity, (context) => run(parts.bot, context));
  if (result?.body === undefined) response.send(result?.status ?? 200);
  else response.send(result.status, result.body);
};

/** Buffered replies may be asked for again by a resend, so only those that were sent count as taken for good. */
const run = async (bot: Bot, context: TurnContext): Promise<void> => {
  const buffered = context.activity.deliveryMode === 'expectReplies';
  await bot.handle(context.activity, async (activities) => {
    await inSendTime(
      context.sendActivities(activities.map((activity): Partial<Activity> => ({ ...activity }))),
    );
    return !buffered;
  });
};
