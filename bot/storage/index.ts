import { resolve } from 'node:path';
import { ConfigError } from '../errors.ts';
import { MemoryStorage } from './memory.ts';
import type { Backend, Storage } from './storage.ts';
import { parseStorageUrl, storageForms, type StorageAddress } from './storage-url.ts';

export interface StorageOptions {
  /** Decides what has expired. */
  readonly clock?: () => Date;
  /** STORAGE_KEY: the account key for an Azure container whose address is not signed. */
  readonly key?: string | undefined;
}

/**
 * Opens what STORAGE_URL names. A SQLite file's path counts from the working folder, or is absolute. Rejects
 * with a ConfigError of one sentence, which never quotes the address, since that may hold a password.
 */
export const openStorage = async (url: string, options: StorageOptions = {}): Promise<Storage> => {
  const address = parseStorageUrl(url);
  if (!address) throw new ConfigError(`STORAGE_URL: ${storageForms}.`);
  return openBackend(address, options);
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
