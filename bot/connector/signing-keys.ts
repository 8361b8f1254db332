import { createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';

/** One key of the Bot Framework; it may sign for the channels that it is endorsed for. */
export interface SigningKey {
  readonly key: KeyObject;
  readonly endorsements: readonly string[];
}

/** The keys could not be fetched, so nothing can be said of a token: not even that it is wrong. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';
}

export interface SigningKeysParts {
  readonly metadataUrl: string;
  readonly clock: () => Date;
  /** Called with the reason of each fetch that failed. */
  readonly failed: (error: unknown) => void;
}

const fetchLimit = 4_000;
/** After this the whole set is fetched anew, so that keys that were withdrawn go. */
const maximumAge = 24 * 3_600_000;
/** Unknown key ids cost nothing to invent: they make the service ask at most this often … */
const restAfterSuccess = 60_000;
/** … and sooner while there is nothing to go by. */
const restAfterFailure = 5_000;

const metadataSchema = z.object({ jwks_uri: z.url() });
const keysSchema = z.object({
  keys: z.array(z.looseObject({ kid: z.string().optional(), kty: z.string() })),
});
const rsaKeySchema = z.object({
  kty: z.literal('RSA'),
  kid: z.string(),
  n: z.string(),
  e: z.string(),
  endorsements: z.array(z.string()).default([]),
});

/**
 * The Bot Framework's signing keys by id. A key that was fetched goes on working while the endpoint is away;
 * a new one is fetched when the first token names it.
 */
export class SigningKeys {
  readonly #parts: SigningKeysParts;
  #keys: ReadonlyMap<string, SigningKey> = new Map();
  #fetchedAt = -Infinity;
  #lastTry: { readonly at: number; readonly failed: boolean } | undefined;
  #loading: Promise<void> | undefined;

  constructor(parts: SigningKeysParts) {
    this.#parts = parts;
  }

  /** The key, or undefined where the Bot Framework has none of this id; rejects with KeysUnavailable. */
  async find(id: string): Promise<SigningKey | undefined> {
    const known = this.#keys.get(id);
    if (known) {
      if (this.#now() - this.#fetchedAt > maximumAge) void this.refresh();
      return known;
    }
    await this.refresh();
    if (this.#lastTry?.failed) throw new KeysUnavailable('the signing keys can not be fetched');
    return this.#keys.get(id);
  }

  /** Fetches the keys unless that was just done; never rejects. Whoever comes meanwhile waits for the same fetch. */
  refresh(): Promise<void> {
    if (this.#loading === undefined && this.#isResting()) return Promise.resolve();
    return (this.#loading ??= this.#load().finally(() => (this.#loading = undefined)));
  }

  #now(): number {
    return this.#parts.clock().getTime();
  }

  #isResting(): boolean {
    if (this.#lastTry === undefined) return false;
    const since = this.#now() - this.#lastTry.at;
    // Below zero the clock was set back.
    return since >= 0 && since < (this.#lastTry.failed ? restAfterFailure : restAfterSuccess);
  }

  async #load(): Promise<void> {
    const at = this.#now();
    try {
      const { jwks_uri: keysUrl } = metadataSchema.parse(await fetchJson(this.#parts.metadataUrl));
      this.#keys = readKeys(await fetchJson(keysUrl));
      this.#fetchedAt = at;
      this.#lastTry = { at, failed: false };
    } catch (error) {
      this.#lastTry = { at, failed: true };
      this.#parts.failed(error);
    }
  }
}

/** Keys of other kinds are passed over: one that can't be read must not cost the rest. */
const readKeys = (body: unknown): ReadonlyMap<string, SigningKey> => {
  const keys = keysSchema.parse(body).keys.flatMap((each): [string, SigningKey][] => {
    const { success, data } = rsaKeySchema.safeParse(each);
    if (!success) return [];
    const { kty, n, e } = data;
    return [
      [
        data.kid,
        { key: createPublicKey({ key: { kty, n, e }, format: 'jwk' }), endorsements: data.endorsements },
      ],
    ];
  });
  if (keys.length === 0) throw new Error('the document has no keys');
  return new Map(keys);
};

const fetchJson = async (url: string): Promise<unknown> => {
  const response = await fetch(url, { signal: AbortSignal.timeout(fetchLimit) });
  if (!response.ok) throw new Error(`status ${response.status}`);
  return response.json();
};
