import { randomBytes } from 'node:crypto';
import { ConfigError, StorageError } from '../errors.ts';
import type { EncryptionKey } from './encryption-keys.ts';
import { seal, unseal } from './envelope.ts';
import type { Backend, Storage, Stored } from './storage.ts';

/** Where an encrypted store keeps its name key. No conversation has a NUL in its key. */
const place = '\0encryption';

export const isEncrypted = async (storage: Storage): Promise<boolean> =>
  (await storage.load(place)) !== undefined;

/**
 * The secret from which the names of documents are made. It is the store's own, made at the first start and
 * kept in it, sealed: so names stay as they are when the operator's keys change. Rejects with ConfigError
 * where the keys do not open it, or where the store holds documents that were never encrypted.
 */
export const openNameKey = async (storage: Backend, keys: readonly EncryptionKey[]): Promise<Uint8Array> => {
  const found = (await storage.load(place)) ?? (await makeNameKey(storage, keys));
  if (!found) return openNameKey(storage, keys);
  const opened = openStored(found, keys);
  const [first] = keys;
  if (first && opened.key !== first.id) await sealAnew(storage, found, opened.text, first);
  return Buffer.from(opened.text, 'base64');
};

/** Undefined where another instance was faster. */
const makeNameKey = async (
  storage: Backend,
  [first]: readonly EncryptionKey[],
): Promise<Stored | undefined> => {
  if (!first) throw new ConfigError('STORAGE_ENCRYPTION_KEYS: must have a key.');
  if (!(await storage.isEmpty())) {
    if (await isEncrypted(storage)) return undefined;
    throw notEncrypted();
  }
  const document = seal(randomBytes(32).toString('base64'), place, first);
  const outcome = await storage.save([{ key: place, document, expect: 'absent' }]);
  return outcome.kind === 'saved' ? { document, tag: outcome.tags[0] ?? '' } : undefined;
};

const openStored = (
  { document }: Stored,
  keys: readonly EncryptionKey[],
): NonNullable<ReturnType<typeof unseal>> => {
  try {
    const opened = unseal(document, place, keys);
    if (opened) return opened;
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    throw new ConfigError(`STORAGE_ENCRYPTION_KEYS: the store does not open: ${error.message}.`, {
      cause: error,
    });
  }
  throw new ConfigError('STORAGE_ENCRYPTION_KEYS: the name key in the store is damaged: put a backup back.');
};

/** Where another instance did it meanwhile, that is just as well. */
const sealAnew = async (
  storage: Storage,
  { tag }: Stored,
  text: string,
  key: EncryptionKey,
): Promise<void> => {
  await storage.save([{ key: place, document: seal(text, place, key), expect: { tag } }]);
};

const notEncrypted = (): ConfigError =>
  new ConfigError(
    'STORAGE_ENCRYPTION_KEYS: the store already holds documents that are not encrypted: name an empty one ' +
      'in STORAGE_URL and delete the old one, or leave the keys out.',
  );
