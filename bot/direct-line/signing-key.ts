import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { inTime } from '../in-time.ts';
import type { Log } from '../log.ts';
import type { Storage } from '../storage/storage.ts';

/** No conversation's document can have this key: theirs have a slash. */
const place = 'direct-line-signing-key';
const keySchema = z.object({ key: z.string().min(32) });
/** A start does not wait longer for the store, in milliseconds. */
const patience = 2_000;

/**
 * What signs the tokens when nothing is configured: drawn once and kept in the store, so that open chats outlive a
 * restart. It opens no stored chat, so it tells whoever reads the store nothing that does not stand beside it.
 */
export const signingKey = async (storage: Storage, log: Log): Promise<string> => {
  const drawn = randomBytes(32).toString('base64url');
  try {
    return await inTime(kept(storage, drawn), patience, () => new Error('the store takes too long'));
  } catch (error) {
    log.write('signing-key', { error });
    return drawn;
  }
};

/** Of several processes that start at once, one draws the key for all. */
const kept = async (storage: Storage, drawn: string): Promise<string> => {
  const found = await storage.load(place);
  const known = keySchema.safeParse(found?.document).data;
  if (known) return known.key;
  const expect = found ? { tag: found.tag } : 'absent';
  const outcome = await storage.save([{ key: place, document: { key: drawn }, expect }]);
  if (outcome.kind === 'saved') return drawn;
  return keySchema.parse((await storage.load(place))?.document).key;
};
