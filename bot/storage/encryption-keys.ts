import { hkdfSync } from 'node:crypto';

/** One of the operator's keys, as what is derived from it for the sealing of documents. */
export interface EncryptionKey {
  readonly id: string;
  /** For AES-256. */
  readonly secret: Uint8Array;
}

const form = /^(?<id>[\w.-]{1,40}):(?<bytes>[A-Za-z0-9+/_-]{43}=?)$/u;

/**
 * Reads `<id>:<base64 of 32 bytes>[,<older one>…]`: the first key encrypts, each decrypts. Returns a sentence
 * where that is not what stands there; it names the id and never the key.
 */
export const parseEncryptionKeys = (text: string): readonly EncryptionKey[] | string => {
  const parts = text.split(',').map((part) => form.exec(part.trim())?.groups);
  const wrong = parts.findIndex((part) => part === undefined);
  if (wrong !== -1)
    return `entry ${wrong + 1} must be <id>:<base64 of 32 bytes>, as from: openssl rand -base64 32`;
  const keys = parts.map((part) => toKey(part?.['id'] ?? '', part?.['bytes'] ?? ''));
  const twice = keys.find(({ id }, n) => keys.findIndex((other) => other.id === id) !== n);
  return twice ? `the id "${twice.id}" is there twice: give each key its own` : keys;
};

const toKey = (id: string, bytes: string): EncryptionKey => ({
  id,
  secret: new Uint8Array(
    hkdfSync('sha256', Buffer.from(bytes, 'base64'), '', 'care-level-assistant documents 1', 32),
  ),
});
