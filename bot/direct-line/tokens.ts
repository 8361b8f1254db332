import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { DirectLineError } from './direct-line-error.ts';

/** How long a token holds, in seconds, by what it is for: calls, or opening one stream. */
export const lifetimes = { conversation: 1_800, stream: 60 } as const;
type Use = keyof typeof lifetimes;

/** `user` is the claim that Web Chat reads its own user id from. */
const claimsSchema = z.object({
  use: z.enum(['conversation', 'stream']),
  conv: z.string(),
  user: z.string().startsWith('dl_'),
  exp: z.number(),
});
/** One visitor in one conversation. `conv` and `user` are ids, `exp` is in seconds since 1970. */
export type Claims = z.infer<typeof claimsSchema>;

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const header = encode({ alg: 'HS256', typ: 'JWT' });

/** Signs and reads tokens (JWT, HS256). Nothing is kept: whoever holds a token holds its conversation. */
export class Tokens {
  readonly #key: Buffer;
  readonly #clock: () => Date;

  /** Without a key one is drawn, so that tokens end with the process. */
  constructor(key: string | undefined, clock: () => Date) {
    this.#key = key === undefined ? randomBytes(32) : Buffer.from(key);
    this.#clock = clock;
  }

  issue(use: Use, conv: string, user: string): string {
    const exp = Math.floor(this.#clock().getTime() / 1_000) + lifetimes[use];
    const signed = `${header}.${encode({ use, conv, user, exp } satisfies Claims)}`;
    return `${signed}.${this.#sign(signed).toString('base64url')}`;
  }

  /** Throws 403 for a token that is forged, expired or for another use: clients then ask for a new one. */
  read(token: string, use: Use): Claims {
    const claims = this.#verified(token);
    if (claims?.use !== use) throw new DirectLineError(403, 'BadToken', 'This token is not valid here.');
    if (claims.exp * 1_000 <= this.#clock().getTime())
      throw new DirectLineError(403, 'TokenExpired', 'This token has expired. Ask for a new one.');
    return claims;
  }

  /** The header is compared, never obeyed: no token picks its own algorithm. */
  #verified(token: string): Claims | undefined {
    const [head, body, signature, ...rest] = token.split('.');
    if (head !== header || body === undefined || signature === undefined || rest.length > 0) return undefined;
    const given = Buffer.from(signature, 'base64url');
    const expected = this.#sign(`${head}.${body}`);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
    return claimsSchema.parse(JSON.parse(Buffer.from(body, 'base64url').toString()));
  }

  #sign(text: string): Buffer {
    return createHmac('sha256', this.#key).update(text).digest();
  }
}
