import type { BlobItem, BlockBlobClient, ContainerClient } from '@azure/storage-blob';
import { createHash } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { blobCode } from './blob-errors.ts';
import { encodeKey } from './encoded-write.ts';

/** So many deletions of a sweep are under way at a time. */
const atOnce = 20;

/** One state of a blob. */
export interface BlobState {
  /** In quotes, as HTTP wants it. */
  readonly etag: string;
  /** Milliseconds since 1970; undefined: kept until it is deleted. */
  readonly expires: number | undefined;
}

/** What must be true of the blob, as HTTP says it; nothing where anything may be. */
export interface Condition {
  readonly ifMatch?: string;
  readonly ifNoneMatch?: '*';
}

/** One blob for each document: every method is one request, each with its own time limit. */
export class BlobDocuments {
  readonly #container: ContainerClient;
  readonly #limit: number;

  constructor(container: ContainerClient, limit: number) {
    this.#container = container;
    this.#limit = limit;
  }

  async read(key: string): Promise<(BlobState & { readonly text: string }) | undefined> {
    return unlessMissing(async () => {
      const found = await this.#blob(key).download(0, undefined, this.#inTime());
      const body = found.readableStreamBody;
      return { ...stateOf(found.etag, found.metadata), text: body ? await text(body) : '' };
    });
  }

  async look(key: string): Promise<BlobState | undefined> {
    return unlessMissing(async () => {
      const { etag, metadata } = await this.#blob(key).getProperties(this.#inTime());
      return stateOf(etag, metadata);
    });
  }

  /** Undefined where the condition does not hold. */
  async write(
    key: string,
    body: string,
    expires: number | undefined,
    conditions: Condition,
  ): Promise<BlobState | undefined> {
    const metadata = expires === undefined ? {} : { expires: String(expires) };
    return unlessChanged(async () => {
      const { etag } = await this.#blob(key).upload(body, Buffer.byteLength(body), {
        ...this.#inTime(),
        conditions,
        metadata,
        blobHTTPHeaders: { blobContentType: 'application/json' },
      });
      return stateOf(etag, metadata);
    });
  }

  /** False where the condition does not hold, which it does not where nothing is. */
  async remove(key: string, conditions: Condition): Promise<boolean> {
    return this.#remove(this.#blob(key), conditions);
  }

  /** Removes what had expired before `now` on one page of blobs; `next` names the page after it, if there is one. */
  async removeExpired(
    now: number,
    maxPageSize: number,
    from: string | undefined,
  ): Promise<{ readonly count: number; readonly next: string | undefined }> {
    const settings = { maxPageSize, ...(from === undefined ? {} : { continuationToken: from }) };
    const pages = this.#container
      .listBlobsFlat({ ...this.#inTime(), includeMetadata: true })
      .byPage(settings);
    for await (const { segment, continuationToken } of pages) {
      const old = segment.blobItems.filter(({ metadata }) => isBefore(now, metadata));
      return { count: await this.#removeAll(old), next: continuationToken || undefined };
    }
    return { count: 0, next: undefined };
  }

  async isEmpty(): Promise<boolean> {
    for await (const _ of this.#container.listBlobsFlat(this.#inTime())) return false;
    return true;
  }

  /** Those that were not saved again meanwhile; how many it were. */
  async #removeAll(items: readonly BlobItem[]): Promise<number> {
    let count = 0;
    for (let start = 0; start < items.length; start += atOnce) {
      const removals = items
        .slice(start, start + atOnce)
        .map(({ name, properties: { etag } }) =>
          this.#remove(this.#container.getBlockBlobClient(name), { ifMatch: quoted(etag) }),
        );
      count += (await Promise.all(removals)).filter(Boolean).length;
    }
    return count;
  }

  async #remove(blob: BlockBlobClient, conditions: Condition): Promise<boolean> {
    const removed = await unlessMissing(() =>
      unlessChanged(() => blob.delete({ ...this.#inTime(), conditions, deleteSnapshots: 'include' })),
    );
    return removed !== undefined;
  }

  /** Names of blobs show in logs and bills, have an alphabet of their own and a limit: so they are made from the key. */
  #blob(key: string): BlockBlobClient {
    const name = createHash('sha256').update(encodeKey(key)).digest('hex');
    return this.#container.getBlockBlobClient(`${name}.json`);
  }

  #inTime(): { readonly abortSignal: AbortSignal } {
    return { abortSignal: AbortSignal.timeout(this.#limit) };
  }
}

const stateOf = (etag: string | undefined, metadata: Metadata): BlobState => {
  const expires = metadata?.['expires'];
  return { etag: quoted(etag ?? ''), expires: expires === undefined ? undefined : Number(expires) };
};

type Metadata = Readonly<Record<string, string>> | undefined;

/** A list has them without quotes. */
const quoted = (etag: string): string => (etag.startsWith('"') ? etag : `"${etag}"`);

const isBefore = (now: number, metadata: Metadata): boolean => {
  const { expires } = stateOf(undefined, metadata);
  return expires !== undefined && expires < now;
};

const unless = async <T>(codes: readonly string[], work: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await work();
  } catch (error) {
    if (codes.includes(blobCode(error))) return undefined;
    throw error;
  }
};
const unlessMissing = <T>(work: () => Promise<T>) => unless(['BlobNotFound'], work);
const unlessChanged = <T>(work: () => Promise<T>) => unless(['ConditionNotMet', 'BlobAlreadyExists'], work);
