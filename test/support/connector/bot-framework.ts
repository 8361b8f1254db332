import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import type { Cloud } from '../../../bot/connector/cloud.ts';
import { listen, type Answer, type Asked, type Listening } from './listen.ts';

type PrivateKey = Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];

/** What a token is to say otherwise; undefined takes a claim away. */
export type Claims = Readonly<Record<string, unknown>>;

interface Key {
  readonly id: string;
  readonly privateKey: PrivateKey;
  readonly document: object;
}

export const appId = '0f6f0d34-7c5c-4b1c-9d0a-3c1f2a5b6e7d';
export const appPassword = 'a password of the bot';

const issuer = 'https://api.botframework.com';
const channels = ['msteams', 'webchat', 'directline', 'sms'];

/** The Bot Framework's own services on this machine: it signs for the channels, and signs bots in. */
export class BotFramework {
  /** What was asked of it, as `GET /path`. */
  readonly asked: string[] = [];
  /** Form bodies of the sign-ins. */
  readonly signIns: URLSearchParams[] = [];
  /** Tokens that a connector accepts. */
  readonly issued = new Set<string>();
  keysAway = false;
  /** Set to refuse sign-ins, or to leave them without an answer. */
  signInAnswer: Answer | undefined;
  #keys: Key[] = [];
  #listening: Listening | undefined;

  static async start(): Promise<BotFramework> {
    const framework = new BotFramework();
    await framework.addKey();
    framework.#listening = await listen((asked) => framework.#answer(asked));
    return framework;
  }

  get url(): string {
    return this.#listening?.url ?? '';
  }

  get cloud(): Cloud {
    return {
      metadataUrl: `${this.url}/v1/.well-known/openidconfiguration`,
      issuer,
      loginUrl: `${this.url}/`,
      botTenant: 'botframework.com',
      audience: 'https://api.botframework.com',
      serviceHosts: ['127.0.0.1'],
    };
  }

  /** A new key for signing; what it is endorsed for is in the document that bots read. */
  async addKey(endorsements: readonly string[] | null = channels, kind = 'RS256'): Promise<string> {
    const id = randomUUID();
    const { privateKey, publicKey } = await generateKeyPair(kind, { extractable: true });
    const document = { ...(await exportJWK(publicKey)), use: 'sig', kid: id };
    const endorsed = endorsements === null ? document : { ...document, endorsements };
    this.#keys = [{ id, privateKey, document: endorsed }, ...this.#keys];
    return id;
  }

  withdrawKey(id: string): void {
    this.#keys = this.#keys.filter((key) => key.id !== id);
  }

  /** A channel's token for this bot. */
  async token(serviceUrl: string, claims: Claims = {}, key = this.#keys[0]?.id): Promise<string> {
    const found = this.#keys.find(({ id }) => id === key);
    if (found === undefined) throw new Error(`there is no key ${key}`);
    return new SignJWT(claimsOf(serviceUrl, claims))
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: found.id })
      .sign(found.privateKey);
  }

  close(): Promise<void> {
    return this.#listening?.close() ?? Promise.resolve();
  }

  #answer({ method, path, body }: Asked): Answer {
    this.asked.push(`${method} ${path}`);
    if (path.endsWith('/oauth2/v2.0/token')) return this.#signIn(new URLSearchParams(body));
    if (this.keysAway) return { status: 500 };
    if (path.endsWith('/openidconfiguration'))
      return { status: 200, body: { issuer, jwks_uri: `${this.url}/keys` } };
    return { status: 200, body: { keys: this.#keys.map(({ document }) => document) } };
  }

  #signIn(form: URLSearchParams): Answer {
    this.signIns.push(form);
    if (this.signInAnswer) return this.signInAnswer;
    const known = form.get('client_id') === appId && form.get('client_secret') === appPassword;
    if (!known) return { status: 401, body: { error: 'invalid_client' } };
    const token = randomUUID();
    this.issued.add(token);
    return { status: 200, body: { token_type: 'Bearer', expires_in: 3600, access_token: token } };
  }
}

/** What a channel says of itself in a token. */
export const claimsOf = (serviceUrl: string, changes: Claims = {}): JWTPayload => {
  const now = Math.floor(Date.now() / 1000);
  return {
    iss: issuer,
    aud: appId,
    nbf: now - 10,
    exp: now + 3_600,
    serviceurl: serviceUrl,
    ...changes,
  };
};
