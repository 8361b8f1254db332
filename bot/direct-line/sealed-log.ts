import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { Chat } from './tokens.ts';

/** One activity of a chat: its place in the order, when it came (milliseconds since 1970), and itself. */
export interface Entry {
  readonly seq: number;
  readonly at: number;
  readonly activity: Partial<Activity>;
}

const entriesSchema = z.array(
  z.object({ seq: z.number(), at: z.number(), activity: z.record(z.string(), z.unknown()) }),
);

/** A log as it is stored. `check` tells a wrong key from a damaged log; the other fields are base64. */
const sealedSchema = z.object({ v: z.literal(1), check: z.string(), iv: z.string(), data: z.string() });
export type SealedLog = z.infer<typeof sealedSchema>;

const algorithm = 'aes-256-gcm';
const tagLength = 16;

const derived = ({ conv, key }: Pick<Chat, 'conv' | 'key'>, use: 'encrypt' | 'check'): Buffer =>
  Buffer.from(hkdfSync('sha256', Buffer.from(key, 'base64url'), conv, `chat-log-1-${use}`, 32));

/** AES-256-GCM with a key that is derived from the one in the visitor's token, bound to the conversation. */
export const seal = (chat: Pick<Chat, 'conv' | 'key'>, entries: readonly Entry[]): SealedLog => {
  const iv = randomBytes(12);
  const cipher = createCipheriv(algorithm, derived(chat, 'encrypt'), iv).setAAD(Buffer.from(chat.conv));
  const data = Buffer.concat([cipher.update(JSON.stringify(entries)), cipher.final(), cipher.getAuthTag()]);
  return {
    v: 1,
    check: derived(chat, 'check').toString('base64'),
    iv: iv.toString('base64'),
    data: data.toString('base64'),
  };
};

/** What was sealed; `foreign` where that was done for another key; undefined where it is damaged. */
export const unseal = (
  chat: Pick<Chat, 'conv' | 'key'>,
  document: unknown,
): readonly Entry[] | 'foreign' | undefined => {
  const sealed = sealedSchema.safeParse(document).data;
  if (sealed === undefined) return undefined;
  // Not in constant time: the stored value opens nothing, and only a token that we signed leads here.
  if (sealed.check !== derived(chat, 'check').toString('base64')) return 'foreign';
  try {
    return decrypted(chat, sealed);
  } catch {
    return undefined;
  }
};

const decrypted = (chat: Pick<Chat, 'conv' | 'key'>, { iv, data }: SealedLog): readonly Entry[] => {
  const bytes = Buffer.from(data, 'base64');
  const cipher = createDecipheriv(algorithm, derived(chat, 'encrypt'), Buffer.from(iv, 'base64'), {
    authTagLength: tagLength,
  });
  cipher.setAAD(Buffer.from(chat.conv)).setAuthTag(bytes.subarray(-tagLength));
  const text = Buffer.concat([cipher.update(bytes.subarray(0, -tagLength)), cipher.final()]).toString();
  return entriesSchema.parse(JSON.parse(text));
};
