import type { Activity } from 'botbuilder';
import type { ChannelTraits, Message } from '../../dialogs/message.ts';
import type { Reply } from '../../dialogs/reply.ts';
import type { Incoming } from '../incoming.ts';
import { renderSms } from './sms.ts';
import { renderTeams } from './teams.ts';
import { renderEmulator, renderWebChat } from './web-chat.ts';
import { renderPlain } from './plain-text.ts';

/** Turns what is said in one turn into activities, in order. */
export type Renderer = (replies: readonly Reply[], channel: ChannelTraits) => readonly Partial<Activity>[];

const renderers: Readonly<Record<string, Renderer>> = {
  emulator: renderEmulator,
  directline: renderWebChat,
  webchat: renderWebChat,
  msteams: renderTeams,
  sms: renderSms,
};

/** Puts a turn's replies into the form of the channel; a channel that is not known gets plain text. */
export const render = (
  { channelId, message }: Pick<Incoming, 'channelId'> & { readonly message: Pick<Message, 'channel'> },
  replies: readonly Reply[],
): readonly Partial<Activity>[] => {
  const said = (Object.hasOwn(renderers, channelId) ? renderers[channelId] : undefined) ?? renderPlain;
  const activities = said(
    replies.filter((reply) => reply.kind !== 'trace'),
    message.channel,
  );
  return channelId === 'emulator' ? [...activities, ...traces(replies)] : activities;
};

/** Decisions are shown on the development channel only. */
const traces = (replies: readonly Reply[]): readonly Partial<Activity>[] =>
  replies.flatMap((reply) =>
    reply.kind === 'trace'
      ? [{ type: 'trace', name: reply.trace.name, label: reply.trace.name, value: reply.trace.value }]
      : [],
  );
