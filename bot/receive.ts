import type { Activity } from 'botbuilder';
import type { ChannelTraits, Message } from '../dialogs/message.ts';
import { languages } from '../knowledge/language/language.ts';
import type { Incoming } from './incoming.ts';

/** Two GSM-7 segments of a long message: 2 × 153 characters. */
const smsPage = 306;

/** The activity as the dialogs understand it; undefined where it asks for no reply (typing, reactions, …). */
export const receive = (activity: Activity): Incoming | undefined => {
  const channel = traitsOf(activity);
  const message = messageOf(activity, channel);
  if (message === undefined) return undefined;
  return {
    conversation: keyOf(activity, channel),
    activityId: activity.id,
    channelId: activity.channelId,
    message,
  };
};

const traitsOf = (activity: Activity): ChannelTraits => ({
  shared: activity.conversation.isGroup || isTeamsGroup(activity),
  pageLength: activity.channelId === 'sms' ? smsPage : undefined,
  language: languages.find((language) => activity.locale?.toLowerCase().startsWith(language)),
});

const isTeamsGroup = ({ conversation }: Activity): boolean =>
  conversation.conversationType === 'groupChat' || conversation.conversationType === 'channel';

/** In a shared place each person has a memory of their own, so that nobody meets another's answers. */
const keyOf = ({ channelId, conversation, from }: Activity, { shared }: ChannelTraits): string =>
  [channelId, conversation.id, ...(shared ? [from.id] : [])].join('/');

const messageOf = (activity: Activity, channel: ChannelTraits): Message | undefined => {
  switch (activity.type) {
    case 'message':
      return { ...deedOf(activity), channel };
    case 'messageUpdate':
      return { kind: 'edited', text: textOf(activity), channel };
    case 'conversationUpdate':
      return someoneJoined(activity) ? { kind: 'joined', channel } : undefined;
    default:
      return undefined;
  }
};

const deedOf = (activity: Activity) => {
  const text = textOf(activity);
  const choice = choiceIn(activity.value);
  if (choice !== undefined) return { kind: 'choice' as const, choice, label: text };
  if (text !== '') return { kind: 'text' as const, text };
  const words = wordsIn(activity.value);
  if (words !== '') return { kind: 'text' as const, text: words };
  const attached = (activity.attachments ?? []).length > 0;
  return { kind: 'unsupported' as const, reason: attached ? ('attachment' as const) : ('empty' as const) };
};

/** What a button of ours sends back: `{ choice: 'safe=no' }`. */
const choiceIn = (value: unknown): string | undefined => {
  const choice = isRecord(value) ? value['choice'] : undefined;
  return typeof choice === 'string' ? choice : undefined;
};

/** All words in a card's inputs: whatever a person can type is judged for risk. */
const wordsIn = (value: unknown): string => {
  if (typeof value === 'string') return value.trim();
  if (!isRecord(value)) return '';
  return Object.values(value)
    .filter((part) => typeof part === 'string')
    .join(' ')
    .trim();
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (activity: Activity): string => {
  const text = typeof activity.text === 'string' ? activity.text : '';
  return (withoutMention(text, activity).trim() || htmlText(activity)).trim();
};

/** Some clients send the words only as HTML: they are read, tags and all, so that none escape the risk gate. */
const htmlText = ({ attachments }: Activity): string =>
  (attachments ?? [])
    .filter(({ contentType, content }) => contentType === 'text/html' && typeof content === 'string')
    .map(({ content }) => String(content).replaceAll(/<[^>]*>/g, ' '))
    .join(' ');

/** Only the bot's own mention goes; a colleague's name is part of what was said. */
const withoutMention = (text: string, { entities, recipient }: Activity): string => {
  const mine = (entities ?? []).filter(
    (entity) =>
      entity.type === 'mention' &&
      isRecord(entity['mentioned']) &&
      entity['mentioned']['id'] === recipient?.id,
  );
  return mine.reduce(
    (rest, entity) => (typeof entity['text'] === 'string' ? rest.replaceAll(entity['text'], ' ') : rest),
    text,
  );
};

/** Teams reports an install as "the bot was added"; elsewhere only another member's coming counts. */
const someoneJoined = ({ membersAdded, recipient, channelId }: Activity): boolean =>
  (membersAdded ?? []).some(({ id }) => channelId === 'msteams' || id !== recipient?.id);
