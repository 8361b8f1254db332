import { createHmac, hkdfSync, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { DirectLineError } from './direct-line-error.ts';

/** How long a token holds, in seconds, by what it is for: calls, or opening one stream. */
export const lifetimes = { conversation: 1_800, stream: 60 } as const;
/** For so long after its end, in seconds, a token still proves whose chat it was: a service may be down for a while. */
const renewableFor = 86_400;

const ids = { conv: z.string(), user: z.string().startsWith('dl_'), exp: z.number() };
const chatSchema = z.object({ use: z.literal('conversation'), key: z.string().length(43), ...ids });
const streamSchema = z.object({ use: z.literal('stream'), ...ids });

/**
 * What a token gives access to. `conv` and `user` are ids (`user` is the claim that Web Chat reads its own id from).
 * `key` opens the stored log of the chat; the service itself keeps it nowhere but in memory.
 */
export type Chat = Pick<z.infer<typeof chatSchema>, 'conv' | 'user' | 'key'>;

export const newChat = (): Chat => ({
  conv: randomBytes(16).toString('base64url'),
  user: `dl_${randomUUID()}`,
  key: randomBytes(32).toString('base64url'),
});

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const header = encode({ alg: 'HS256', typ: 'JWT' });

/** Signs and reads tokens (JWT, HS256). Nothing is kept: whoever holds a token holds its conversation. */
export class Tokens {
  readonly #key: Buffer;
  readonly #clock: () => Date;

  constructor(key: string, clock: () => Date) {
    this.#key = Buffer.from(hkdfSync('sha256', key, '', 'direct-line-tokens', 32));
    this.#clock = clock;
  }

  issue({ conv, user, key }: Chat): string {
    return this.#issue({ use: 'conversation', conv, user, key, exp: this.#end(lifetimes.conversation) });
  }

  /** It stands in an address, where logs may see it, so it does not carry the chat's key. */
  issueStream({ conv, user }: Chat): string {
    return this.#issue({ use: 'stream', conv, user, exp: this.#end(lifetimes.stream) });
  }

  /** Throws 403 for a token that is forged, expired or for another use: clients then ask for a new one. */
  read(token: string): Chat {
    return this.#current(chatSchema.safeParse(this.#verified(token)).data);
  }

  /** The conversation whose stream may be opened; throws as `read` does. */
  readStream(token: string): string {
    return this.#current(streamSchema.safeParse(this.#verified(token)).data).conv;
  }

  /** The chat of a token that holds or held until lately; undefined for any other. */
  readRenewable(token: string): Chat | undefined {
    const claims = chatSchema.safeParse(this.#verified(token)).data;
    return claims && claims.exp + renewableFor > this.#now() ? claims : undefined;
  }

  #current<T extends { readonly exp: number }>(claims: T | undefined): T {
    if (claims === undefined) throw new DirectLineError(403, 'BadToken', 'This token is not valid here.');
    if (claims.exp <= this.#now())
      throw new DirectLineError(403, 'TokenExpired', 'This token has expired. Ask for a new one.');
    return claims;
  }

  /** The header is compared, never obeyed: no token picks its own algorithm. */
  #verified(token: string): unknown {
    const [head, body, signature, ...rest] = token.split('.');
    if (head !== header || body === undefined || signature === undefined || rest.length > 0) return undefined;
    const given = Buffer.from(signature, 'base64url');
    const expected = this.#sign(`${head}.${body}`);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
    return JSON.parse(Buffer.from(body, 'base64url').toString());
  }

  #issue(claims: z.infer<typeof chatSchema> | z.infer<typeof streamSchema>): string {
    const signed = `${header}.${encode(claims)}`;
    return `${signed}.${this.#sign(signed).toString('base64url')}`;
  }

  #sign(text: string): Buffer {
    return createHmac('sha256', this.#key).update(text).digest();
  }

  #end(lifetime: number): number {
    return Math.floor(this.#now()) + lifetime;
  }

  /** In seconds since 1970. */
  #now(): number {
    return this.#clock().getTime() / 1_000;
  }
}
