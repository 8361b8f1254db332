import type { Activity } from 'botbuilder';
import type { ChannelTraits, Message } from '../dialogs/message.ts';
import { languages } from '../knowledge/language/language.ts';
import { ownDirectLine } from './direct-line/posted.ts';
import { htmlText } from './html-text.ts';
import type { Incoming } from './incoming.ts';
import { isFeedback } from './invoke-answer.ts';
import { traceOf } from './request-trace.ts';

/** Two GSM-7 segments of a long message: 2 × 153 characters. */
const smsPage = 306;
/** No card of ours nests deeper; a body made to exhaust the stack ends here. */
const deepestValue = 8;

/** The activity as the dialogs understand it; undefined where it asks for no reply (typing, reactions, …). */
export const receive = (activity: Activity): Incoming | undefined => {
  const channel = traitsOf(activity);
  const message = messageOf(activity, channel);
  if (message === undefined) return undefined;
  return {
    conversation: keyOf(activity, channel),
    activityId: idOf(activity),
    channelId: activity.channelId,
    message,
    trace: traceOf(activity),
    onOwnSite: activity.serviceUrl === ownDirectLine,
  };
};

/** An edited message keeps its id: each of its versions is a message of its own, or it would pass as a resend. */
const idOf = ({ type, id, timestamp }: Activity): string | undefined =>
  type === 'messageUpdate' && id !== undefined ? `${id} edited ${String(timestamp)}` : id;

/** What of a channel and conversation changes what is said there. */
export const traitsOf = (
  activity: Pick<Activity, 'channelId' | 'conversation' | 'locale'>,
): ChannelTraits => ({
  shared: activity.conversation.isGroup || isTeamsGroup(activity),
  pageLength: activity.channelId === 'sms' ? smsPage : undefined,
  language: languages.find((language) => activity.locale?.toLowerCase().startsWith(language)),
});

const isTeamsGroup = ({ conversation }: Pick<Activity, 'conversation'>): boolean =>
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
    case 'invoke':
      return isFeedback(activity)
        ? { kind: 'aside', text: wordsIn(activity.value).join(' '), channel }
        : undefined;
    case 'conversationUpdate':
      return someoneJoined(activity) ? { kind: 'joined', channel } : undefined;
    default:
      return undefined;
  }
};

const deedOf = (activity: Activity) => {
  const choice = choiceIn(activity.value);
  const text = withTyped(textOf(activity), activity.value);
  if (choice !== undefined) return { kind: 'choice' as const, choice, label: text };
  if (text !== '') return { kind: 'text' as const, text };
  const attached = (activity.attachments ?? []).length > 0;
  return { kind: 'unsupported' as const, reason: attached ? ('attachment' as const) : ('empty' as const) };
};

/** What a button of ours sends back: `{ choice: 'safe=no' }`. */
const choiceIn = (value: unknown): string | undefined => {
  const choice = isRecord(value) ? value['choice'] : undefined;
  return typeof choice === 'string' ? choice : undefined;
};

/** The text with what was typed into a card besides, so that whatever a person can type is judged for risk. */
const withTyped = (text: string, value: unknown): string =>
  [text, ...wordsIn(value).filter((words) => !text.includes(words))].join(' ').trim();

/** All words in a card's inputs, without the option that its button names. */
const wordsIn = (value: unknown, depth = 0): readonly string[] => {
  if (typeof value === 'string') return [value.trim()];
  if (typeof value !== 'object' || value === null || depth > deepestValue) return [];
  return Object.entries(value).flatMap(([name, part]) => (name === 'choice' ? [] : wordsIn(part, depth + 1)));
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Some clients send the words only as HTML: they are read, so that none escape the risk gate. */
const textOf = (activity: Activity): string => {
  const text = typeof activity.text === 'string' ? activity.text : '';
  return withoutMention(text, activity).trim() || htmlText(activity.attachments ?? []).trim();
};

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

/** In Teams the bot's own coming counts, which is its install: no greeting for each new colleague in a team. */
const someoneJoined = ({ membersAdded, recipient, channelId }: Activity): boolean =>
  (membersAdded ?? []).some(({ id }) => (channelId === 'msteams') === (id === recipient?.id));
