import { createHash, randomUUID } from 'node:crypto';
import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { DirectLineError } from './direct-line-error.ts';
import type { Chat } from './tokens.ts';

const longestText = 8_000;
/** A card's inputs are one object of words; what is nested much deeper is only there to break a reader. */
const deepestValue = 8;
const channelId = 'directline';
export const botAccount = { id: 'bot', name: 'Bot', role: 'bot' };

/** Of a post only what a visitor may say is read: who, where and when are ours. */
const postedSchema = z.object({
  type: z.string(),
  text: z.string().nullish(),
  value: z
    .unknown()
    .refine((value) => isShallow(value, deepestValue))
    .optional(),
  locale: z.string().max(35).nullish(),
  channelData: z
    .object({ clientActivityID: z.string().max(100).optional(), postBack: z.boolean().optional() })
    .nullish(),
});
export type Posted = z.infer<typeof postedSchema>;

const isShallow = (value: unknown, levels: number): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (levels > 0 && Object.values(value).every((part) => isShallow(part, levels - 1)));

const startSchema = z
  .object({ locale: z.string().max(35).optional().catch(undefined) })
  .catch({ locale: undefined });
/** The language of the page that starts a conversation, where it says so. */
export const readLocale = (body: unknown): string | undefined => startSchema.parse(body).locale;

const userSchema = z.object({
  user: z.object({ id: z.string().regex(/^dl_[\w-]{1,64}$/) }).optional(),
});
/** The user id that a site's server wants in a token, if it wants one; throws 400 for one of another form. */
export const readUser = (body: unknown): string | undefined => {
  const parsed = userSchema.safeParse(body);
  if (parsed.success) return parsed.data.user?.id;
  const message = 'user.id: must begin with dl_ and have letters, digits, - and _ after that, at most 64.';
  throw new DirectLineError(400, 'BadArgument', message);
};

/** Checks the body of a post; throws a DirectLineError that says what is wrong with it. */
export const readPosted = (body: unknown): Posted => {
  const parsed = postedSchema.safeParse(body);
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join('.') || 'the body';
    throw new DirectLineError(
      400,
      'BadArgument',
      `This is not an activity: ${field} is missing or of the wrong form.`,
    );
  }
  if ((parsed.data.text ?? '').length > longestText)
    throw new DirectLineError(413, 'MessageTooLong', 'The message is too long: at most 8,000 characters.');
  return parsed.data;
};

/** The same words of the same client id have the same id, so that a resend is known, even after a restart. */
export const idOf = (conversation: string, { channelData, text, value }: Posted): string => {
  const own = channelData?.clientActivityID;
  if (own === undefined) return `${conversation}|${randomUUID()}`;
  const hash = createHash('sha256').update(JSON.stringify([own, text, value]));
  return `${conversation}|${hash.digest('base64url').slice(0, 22)}`;
};

type Said = Partial<Activity> & Pick<Activity, 'type' | 'text' | 'channelId' | 'from' | 'conversation'>;

/** The visitor's message as it goes to the log and the bot. */
export const messageOf = (id: string, chat: Chat, posted: Posted, now: Date): Said => ({
  ...envelope(id, chat, now),
  type: 'message',
  text: posted.text ?? '',
  textFormat: 'plain',
  ...(posted.value === undefined ? {} : { value: posted.value }),
  ...(posted.locale ? { locale: posted.locale } : {}),
  ...(posted.channelData ? { channelData: posted.channelData } : {}),
});

/** What tells the bot that visitor and bot have joined. */
export const arrivalOf = (chat: Chat, locale: string | undefined, now: Date): Activity =>
  addressed({
    ...envelope(`${chat.conv}|${randomUUID()}`, chat, now),
    type: 'conversationUpdate',
    text: '',
    membersAdded: [botAccount, { id: chat.user, name: '' }],
    membersRemoved: [],
    ...(locale === undefined ? {} : { locale }),
  });

/** A bot's reply as it goes to the log. */
export const replyOf = (
  activity: Partial<Activity>,
  chat: Chat,
  replyToId: string,
  now: Date,
): Partial<Activity> => ({
  ...activity,
  ...envelope(`${chat.conv}|${randomUUID()}`, chat, now),
  from: botAccount,
  replyToId,
});

/** The service URL of messages that came in through our own Direct Line; a client can't set it. */
export const ownDirectLine = 'urn:directline:in-process';

/** Adds what only the bot's side needs; the SDK's type has some fields that no channel here fills. */
export const addressed = (activity: Said): Activity => ({
  localTimezone: '',
  callerId: '',
  label: '',
  valueType: '',
  listenFor: [],
  ...activity,
  recipient: botAccount,
  serviceUrl: ownDirectLine,
});

const envelope = (id: string, { conv, user }: Chat, timestamp: Date) => ({
  id,
  timestamp,
  channelId,
  from: { id: user, name: '', role: 'user' },
  conversation: { id: conv, name: '', isGroup: false, conversationType: 'personal' },
});
