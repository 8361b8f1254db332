import type { Activity } from 'botbuilder';
import type { ChannelTraits } from '../../dialogs/message.ts';
import type { Reply } from '../../dialogs/reply.ts';
import { renderPlain } from './plain-text.ts';
import { renderWebChat } from './web-chat.ts';

/** As on the website; groups and channels have no suggested actions, so choices are a list there. */
export const renderTeams = (
  replies: readonly Reply[],
  { shared }: ChannelTraits,
): readonly Partial<Activity>[] => (shared ? renderPlain(replies) : renderWebChat(replies));
