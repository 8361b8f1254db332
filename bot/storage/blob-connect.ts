import { AnonymousCredential, ContainerClient, StorageSharedKeyCredential } from '@azure/storage-blob';
import { ConfigError } from '../errors.ts';
import { blobCode, toConfigError, toStorageError } from './blob-errors.ts';

export interface Connected {
  readonly container: ContainerClient;
  /** Resolves once the container is there and may be used. Rejects with ConfigError for what must be mended. */
  readonly prepare: () => Promise<void>;
}

/** `url` as in STORAGE_URL; `key` is the account's, where the address is not signed; `limit` in milliseconds. */
export const connectContainer = (url: string, key: string | undefined, limit: number): Connected => {
  const container = new ContainerClient(url, credentialFor(new URL(url), key), {
    // A request that failed without an answer is tried once more: conditions make that safe.
    retryOptions: { maxTries: 2, retryDelayInMs: 50, maxRetryDelayInMs: 200 },
  });
  return { container, prepare: () => prepareContainer(container, url, key !== undefined, limit) };
};

const credentialFor = (
  url: URL,
  key: string | undefined,
): AnonymousCredential | StorageSharedKeyCredential => {
  const signed = url.searchParams.has('sig');
  if (signed) refuseExpired(url);
  if (signed && key !== undefined)
    throw new ConfigError('STORAGE_KEY: leave it out, the address in STORAGE_URL is signed already.');
  if (signed) return new AnonymousCredential();
  if (key === undefined)
    throw new ConfigError(
      'STORAGE_KEY: set it to the account key, or add a signature (SAS) to the address in STORAGE_URL.',
    );
  if (!/^[A-Za-z0-9+/]+={0,2}$/u.test(key))
    throw new ConfigError('STORAGE_KEY: must be the account key as Azure shows it, in base64.');
  return new StorageSharedKeyCredential(accountOf(url), key);
};

/** The emulator has it in the path. */
const accountOf = ({ hostname, pathname }: URL): string => {
  const [, first = '', container] = pathname.split('/');
  return container === undefined ? (hostname.split('.')[0] ?? '') : first;
};

const refuseExpired = ({ searchParams }: URL): void => {
  const end = searchParams.get('se');
  if (end !== null && Date.parse(end) < Date.now())
    throw new ConfigError(`STORAGE_URL: its signature expired at ${end}: make a new one.`);
};

const prepareContainer = async (
  container: ContainerClient,
  url: string,
  mayCreate: boolean,
  limit: number,
): Promise<void> => {
  try {
    await (mayCreate ? createWhereMissing(container, limit) : listOne(container, limit));
  } catch (error) {
    throw toConfigError(error, url) ?? toStorageError(error);
  }
};

const createWhereMissing = async (container: ContainerClient, limit: number): Promise<void> => {
  try {
    await listOne(container, limit);
  } catch (error) {
    if (blobCode(error) !== 'ContainerNotFound') throw error;
    await container.createIfNotExists({ abortSignal: AbortSignal.timeout(limit) });
  }
};

/** Shows that the container is there, and that the signature or key holds. */
const listOne = async (container: ContainerClient, limit: number): Promise<void> => {
  await container
    .listBlobsFlat({ abortSignal: AbortSignal.timeout(limit) })
    .byPage({ maxPageSize: 1 })
    .next();
};
