import {
  BotFrameworkAuthentication,
  type AuthenticateRequestResult,
  type ClaimsIdentity,
  type ConnectorClient,
  ConnectorFactory,
  type UserTokenClient,
} from 'botframework-connector';
import type { Activity } from 'botbuilder';
import { BadRequest } from './errors.ts';
import { LruMap } from './lru-map.ts';

/** A clinic's bot speaks to a handful of connectors; more than this would be an attempt to fill memory. */
const mostClients = 100;

/**
 * The SDK's authentication with two repairs: outbound clients are made once per address instead of for
 * every turn (the largest single cost of a turn), and a refusal is a plain 401 instead of a 500 with the reason.
 */
export class SparingAuthentication extends BotFrameworkAuthentication {
  readonly #inner: BotFrameworkAuthentication;
  readonly #mayCall: (serviceUrl: string) => boolean;
  readonly #connectors = new LruMap<string, Promise<ConnectorClient>>(mostClients);
  readonly #userTokens = new LruMap<string, Promise<UserTokenClient>>(mostClients);

  constructor(inner: BotFrameworkAuthentication, mayCall: (serviceUrl: string) => boolean) {
    super();
    this.#inner = inner;
    this.#mayCall = mayCall;
  }

  /** Rejects with BadRequest 401 whatever is wrong with the token: the caller learns nothing more. */
  override async authenticateRequest(activity: Activity, header: string): Promise<AuthenticateRequestResult> {
    const result = await this.#inner.authenticateRequest(activity, header).catch((cause: unknown) => {
      throw new BadRequest(401, 'This request is not from a channel that I know.', { cause });
    });
    return { ...result, connectorFactory: this.createConnectorFactory(result.claimsIdentity) };
  }

  override authenticateStreamingRequest(): Promise<AuthenticateRequestResult> {
    return Promise.reject(new BadRequest(401, 'Streaming connections are not taken.'));
  }

  override createConnectorFactory(identity: ClaimsIdentity): ConnectorFactory {
    const create = (url: string, audience?: string) => this.#connector(identity, url, audience);
    return new (class extends ConnectorFactory {
      override create(serviceUrl: string, audience?: string): Promise<ConnectorClient> {
        return create(serviceUrl, audience);
      }
    })();
  }

  override createUserTokenClient(identity: ClaimsIdentity): Promise<UserTokenClient> {
    return cached(this.#userTokens, keyOf(identity), () => this.#inner.createUserTokenClient(identity));
  }

  #connector(identity: ClaimsIdentity, serviceUrl = '', audience = ''): Promise<ConnectorClient> {
    if (!this.#mayCall(serviceUrl))
      return Promise.reject(new BadRequest(400, 'serviceUrl: this address is not one that I may answer to.'));
    return cached(this.#connectors, [keyOf(identity), serviceUrl, audience].join(' '), () =>
      this.#inner.createConnectorFactory(identity).create(serviceUrl, audience || undefined),
    );
  }
}

const keyOf = (identity: ClaimsIdentity): string =>
  identity.getClaimValue('aud') ?? identity.getClaimValue('appid') ?? '';

/** A failed attempt is not kept: the next turn tries anew. */
const cached = <T>(map: LruMap<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> => {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  made.catch(() => map.delete(key));
  return made;
};
