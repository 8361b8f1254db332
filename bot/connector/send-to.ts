import type { ConversationReference } from 'botbuilder';
import type { Reply } from '../../dialogs/reply.ts';
import type { ChannelAdapter } from '../adapter.ts';
import type { Bot } from '../bot.ts';
import type { Outcome } from '../outcome.ts';
import { traitsOf } from '../receive.ts';
import type { Delivery } from './delivery.ts';

/** Where to say something: what an activity of the conversation told of it. */
export type Reference = Pick<ConversationReference, 'bot' | 'channelId' | 'conversation' | 'serviceUrl'> &
  Partial<Pick<ConversationReference, 'user' | 'locale'>>;

/** Says something unasked; rejects with BadRequest where the reference's address is not the Bot Framework's. */
export type SendTo = (reference: Reference, replies: readonly Reply[]) => Promise<Outcome>;

export interface SendToParts {
  readonly adapter: ChannelAdapter;
  readonly bot: Bot;
  readonly delivery: Delivery;
  readonly appId: string;
}

/** Replies go out in the channel's form, signed in and tried as often as answers are. */
export const createSendTo =
  ({ adapter, bot, delivery, appId }: SendToParts): SendTo =>
  async (reference, replies) => {
    const place = { channelId: reference.channelId, message: { channel: traitsOf(reference) } };
    let outcome: Outcome = 'failed';
    await adapter.continueConversationAsync(appId, reference, async (context) => {
      // The SDK invents a message to answer to, which the channel does not have.
      Object.assign(context.activity, { id: undefined });
      outcome = await bot.send(place, replies, (activities, crisis) =>
        delivery.give(
          activities.map((activity) => () => context.sendActivity({ ...activity })),
          crisis,
        ),
      );
    });
    return outcome;
  };
