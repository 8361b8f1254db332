import { createHash } from 'node:crypto';
import { parseEncryptionKeys, type EncryptionKey } from '../../../bot/storage/encryption-keys.ts';

/** As STORAGE_ENCRYPTION_KEYS has them: one key for each id, always the same for it. */
export const keysText = (...ids: string[]): string =>
  ids.map((id) => `${id}:${createHash('sha256').update(id).digest('base64')}`).join(',');

export const keysNamed = (...ids: string[]): readonly EncryptionKey[] => {
  const keys = parseEncryptionKeys(keysText(...ids));
  if (typeof keys === 'string') throw new Error(keys);
  return keys;
};
