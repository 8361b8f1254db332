import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { StorageError } from '../errors.ts';
import type { EncryptionKey } from './encryption-keys.ts';

const algorithm = 'aes-256-gcm';
const version = 1;
/** Bytes. */
const nonceLength = 12;
const sealLength = 16;

const base64 = z.base64().transform((text) => Buffer.from(text, 'base64'));
const envelopeSchema = z.object({
  v: z.number(),
  key: z.string(),
  nonce: base64.refine((bytes) => bytes.length === nonceLength),
  sealed: base64.refine((bytes) => bytes.length >= sealLength),
});

/** A text as it is stored: `key` is the id of the key that opens it; times and lengths stay in the open. */
export interface Envelope {
  readonly v: number;
  readonly key: string;
  readonly nonce: string;
  readonly sealed: string;
}

/** `name`: under which it is stored. It opens under no other, so that documents can't be exchanged. */
export const seal = (text: string, name: string, { id, secret }: EncryptionKey): Envelope => {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv(algorithm, secret, nonce).setAAD(context(id, name));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return { v: version, key: id, nonce: nonce.toString('base64'), sealed: sealed.toString('base64') };
};

/**
 * The text; undefined where what is stored is no envelope. Throws StorageError, which names the id of the
 * key, where the keys do not open it: what is stored may still be good, so nobody should write over it.
 */
export const unseal = (
  stored: unknown,
  name: string,
  keys: readonly EncryptionKey[],
): { readonly text: string; readonly key: string } | undefined => {
  const envelope = envelopeSchema.safeParse(stored).data;
  if (!envelope) return undefined;
  if (envelope.v !== version)
    throw new StorageError('a newer version of this service encrypted this: start that one');
  const key = keys.find(({ id }) => id === envelope.key);
  if (!key)
    throw new StorageError(
      `it was encrypted with the key "${envelope.key}", which is not in the list: add it`,
      { code: 'key' },
    );
  const decipher = createDecipheriv(algorithm, key.secret, envelope.nonce, { authTagLength: sealLength })
    .setAAD(context(key.id, name))
    .setAuthTag(envelope.sealed.subarray(-sealLength));
  try {
    const text = Buffer.concat([decipher.update(envelope.sealed.subarray(0, -sealLength)), decipher.final()]);
    return { text: text.toString('utf8'), key: key.id };
  } catch (cause) {
    throw new StorageError(
      `the key "${key.id}" does not open it: it was encrypted with another key of that id, or changed since`,
      { cause, code: 'key' },
    );
  }
};

const context = (id: string, name: string): Buffer => Buffer.from(JSON.stringify([version, id, name]));
