import { createHash, randomUUID } from 'node:crypto';
import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { DirectLineError } from './direct-line-error.ts';
import type { Claims } from './tokens.ts';

const longestText = 8_000;
const channelId = 'directline';
export const botAccount = { id: 'bot', name: 'Bot', role: 'bot' };

/** Of a post only what a visitor may say is read: who, where and when are ours. */
const postedSchema = z.object({
  type: z.string(),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  locale: z.string().max(35).nullish(),
  channelData: z
    .object({ clientActivityID: z.string().max(100).optional(), postBack: z.boolean().optional() })
    .nullish(),
});
export type Posted = z.infer<typeof postedSchema>;

const startSchema = z
  .object({ locale: z.string().max(35).optional().catch(undefined) })
  .catch({ locale: undefined });
/** The language of the page that starts a conversation, where it says so. */
export const readLocale = (body: unknown): string | undefined => startSchema.parse(body).locale;

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
export const messageOf = (id: string, claims: Claims, posted: Posted, now: Date): Said => ({
  ...envelope(id, claims, now),
  type: 'message',
  text: posted.text ?? '',
  textFormat: 'plain',
  ...(posted.value === undefined ? {} : { value: posted.value }),
  ...(posted.locale ? { locale: posted.locale } : {}),
  ...(posted.channelData ? { channelData: posted.channelData } : {}),
});

/** What tells the bot that visitor and bot have joined. */
export const arrivalOf = (claims: Claims, locale: string | undefined, now: Date): Activity =>
  addressed({
    ...envelope(`${claims.conv}|${randomUUID()}`, claims, now),
    type: 'conversationUpdate',
    text: '',
    membersAdded: [botAccount, { id: claims.user, name: '' }],
    membersRemoved: [],
    ...(locale === undefined ? {} : { locale }),
  });

/** A bot's reply as it goes to the log. */
export const replyOf = (
  activity: Partial<Activity>,
  claims: Claims,
  replyToId: string,
  now: Date,
): Partial<Activity> => ({
  ...activity,
  ...envelope(`${claims.conv}|${randomUUID()}`, claims, now),
  from: botAccount,
  replyToId,
});

/** Adds what only the bot's side needs; the SDK's type has some fields that no channel here fills. */
export const addressed = (activity: Said): Activity => ({
  localTimezone: '',
  callerId: '',
  label: '',
  valueType: '',
  listenFor: [],
  ...activity,
  recipient: botAccount,
  serviceUrl: 'urn:directline:in-process',
});

const envelope = (id: string, { conv, user }: Claims, timestamp: Date) => ({
  id,
  timestamp,
  channelId,
  from: { id: user, name: '', role: 'user' },
  conversation: { id: conv, name: '', isGroup: false, conversationType: 'personal' },
});
