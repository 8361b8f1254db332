import type { ServiceClientCredentials } from 'botframework-connector';
import { z } from 'zod';
import { SendFault } from './send-fault.ts';

type SignedRequest = Parameters<ServiceClientCredentials['signRequest']>[0];

export interface SignInParts {
  /** The login service's address for one tenant. */
  readonly url: string;
  readonly appId: string;
  readonly password: string;
  readonly audience: string;
  readonly clock: () => Date;
  /** How long the login service may take, in milliseconds. */
  readonly limit: number;
}

/** A token is renewed this long before it ends, in milliseconds. */
const margin = 300_000;
const tokenSchema = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });

/** Signs what the bot sends, with a token that it gets for its app id and password (OAuth client credentials). */
export class SignIn implements ServiceClientCredentials {
  readonly #parts: SignInParts;
  #token: Promise<string> | undefined;
  /** Milliseconds since 1970; while a token is being fetched, whoever comes waits for that one. */
  #renewAt = Infinity;

  constructor(parts: SignInParts) {
    this.#parts = parts;
  }

  /** Rejects with SendFault when the login service does not give a token. */
  async signRequest(request: SignedRequest): Promise<SignedRequest> {
    request.headers.set('Authorization', `Bearer ${await this.#current()}`);
    return request;
  }

  /** The next request gets a new token. */
  forget(): void {
    this.#token = undefined;
  }

  #current(): Promise<string> {
    if (this.#token === undefined || this.#parts.clock().getTime() >= this.#renewAt) {
      this.#renewAt = Infinity;
      this.#token = this.#fetch();
      this.#token.catch(() => this.forget());
    }
    return this.#token;
  }

  async #fetch(): Promise<string> {
    const { appId, password, audience, url, limit, clock } = this.#parts;
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: appId,
      client_secret: password,
      scope: `${audience}/.default`,
    });
    try {
      const response = await fetch(url, { method: 'POST', body, signal: AbortSignal.timeout(limit) });
      if (!response.ok) throw new SignInRefused(`status ${response.status}`);
      const { access_token: token, expires_in: seconds } = tokenSchema.parse(await response.json());
      this.#renewAt = clock().getTime() + seconds * 1_000 - margin;
      return token;
    } catch (cause) {
      throw new SendFault('not-taken', { cause });
    }
  }
}

/** The login service answered no: as a rule the app id, its password or the tenant is wrong. */
export class SignInRefused extends Error {
  override readonly name = 'SignInRefused';
}
