import { resolve } from 'node:path';
import { ConfigError } from '../errors.ts';
import { EncryptedStorage } from './encrypted-storage.ts';
import type { EncryptionKey } from './encryption-keys.ts';
import { MemoryStorage } from './memory.ts';
import { isEncrypted } from './name-key.ts';
import type { Backend, Storage } from './storage.ts';
import { parseStorageUrl, storageForms, type StorageAddress } from './storage-url.ts';

export interface StorageOptions {
  /** Decides what has expired. */
  readonly clock?: () => Date;
  /** STORAGE_KEY: the account key for an Azure container whose address is not signed. */
  readonly key?: string | undefined;
  /** With them what is stored is encrypted; the first one encrypts, each decrypts. */
  readonly encryptionKeys?: readonly EncryptionKey[] | undefined;
}

/**
 * Opens what STORAGE_URL names. A SQLite file's path counts from the working folder, or is absolute. Rejects
 * with a ConfigError of one sentence, which never quotes the address, since that may hold a password.
 */
export const openStorage = async (url: string, options: StorageOptions = {}): Promise<Storage> => {
  const address = parseStorageUrl(url);
  if (!address) throw new ConfigError(`STORAGE_URL: ${storageForms}.`);
  const backend = await openBackend(address, options);
  try {
    return await encrypted(backend, options);
  } catch (error) {
    await backend.close();
    throw error;
  }
};

/** Each driver is loaded only where it is named, because that costs time and memory. */
const openBackend = async (
  address: StorageAddress,
  { clock = () => new Date(), key }: StorageOptions,
): Promise<Backend> => {
  switch (address.kind) {
    case 'memory':
      return new MemoryStorage(clock);
    case 'sqlite':
      return (await import('./sqlite.ts')).SqliteStorage.open(resolve(address.path), { clock });
    case 'postgres':
      return (await import('./postgres.ts')).PostgresStorage.open(address.url, { clock });
    case 'blob':
      return (await import('./blob.ts')).BlobStorage.open(address.url, { clock, key });
  }
};

const encrypted = async (backend: Backend, { encryptionKeys }: StorageOptions): Promise<Storage> => {
  if (encryptionKeys) return EncryptedStorage.open(backend, encryptionKeys);
  // A store that does not answer now can't be asked; the service starts all the same.
  if (await isEncrypted(backend).catch(() => false))
    throw new ConfigError(
      'STORAGE_ENCRYPTION_KEYS: the store is encrypted: set its keys, or name another store in STORAGE_URL.',
    );
  return backend;
};
