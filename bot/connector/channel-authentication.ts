import {
  BotFrameworkAuthentication,
  ClaimsIdentity,
  ConnectorFactory,
  type AuthenticateRequestResult,
  type ConnectorClient,
  type UserTokenClient,
} from 'botframework-connector';
import type { Activity } from 'botbuilder';
import { BadRequest } from '../errors.ts';
import { LruMap } from '../lru-map.ts';
import { traceOf } from '../request-trace.ts';
import type { TraceContext } from '../trace-context.ts';
import type { Guard } from './guard.ts';
import type { MayAnswer } from './service-hosts.ts';
import { tracedConnector } from './traced-connector.ts';

/** A clinic's bot speaks to a handful of connectors; more than this would be an attempt to fill memory. */
const mostClients = 100;

/**
 * The SDK's authentication with two parts replaced: who may post is decided by our own guard, and outbound
 * clients are made once per address instead of for every turn (the largest single cost of a turn).
 */
export class ChannelAuthentication extends BotFrameworkAuthentication {
  readonly #inner: BotFrameworkAuthentication;
  readonly #guard: Guard;
  readonly #mayAnswer: MayAnswer;
  readonly #connectors = new LruMap<string, Promise<ConnectorClient>>(mostClients);
  readonly #userTokens = new LruMap<string, Promise<UserTokenClient>>(mostClients);

  constructor(inner: BotFrameworkAuthentication, guard: Guard, mayAnswer: MayAnswer) {
    super();
    this.#inner = inner;
    this.#guard = guard;
    this.#mayAnswer = mayAnswer;
  }

  /** Rejects with BadRequest. */
  override async authenticateRequest(activity: Activity, header: string): Promise<AuthenticateRequestResult> {
    const { audience, claims } = await this.#guard.admit(activity, header);
    const claimsIdentity = new ClaimsIdentity([...claims], true);
    return {
      audience,
      callerId: '',
      claimsIdentity,
      connectorFactory: this.createConnectorFactory(claimsIdentity, traceOf(activity)),
    };
  }

  override authenticateStreamingRequest(): Promise<AuthenticateRequestResult> {
    return Promise.reject(new BadRequest(401, 'Streaming connections are not taken.'));
  }

  /** The clients are shared; what calls of one trace need is put around them. */
  override createConnectorFactory(identity: ClaimsIdentity, trace?: TraceContext): ConnectorFactory {
    return new SharedConnectors(async (url, audience) => {
      const client = await this.#connector(identity, url, audience);
      return trace === undefined ? client : tracedConnector(client, trace);
    });
  }

  override createUserTokenClient(identity: ClaimsIdentity): Promise<UserTokenClient> {
    return cached(this.#userTokens, keyOf(identity), () => this.#inner.createUserTokenClient(identity));
  }

  #connector(identity: ClaimsIdentity, serviceUrl = '', audience = ''): Promise<ConnectorClient> {
    if (!this.#mayAnswer(serviceUrl))
      return Promise.reject(new BadRequest(400, 'serviceUrl: this address is not one that I may answer to.'));
    return cached(this.#connectors, [keyOf(identity), serviceUrl, audience].join(' '), () =>
      this.#inner.createConnectorFactory(identity).create(serviceUrl, audience || undefined),
    );
  }
}

/** A class of its own, because making one for each turn takes longer than the turn's own work. */
class SharedConnectors extends ConnectorFactory {
  readonly #find: (serviceUrl: string, audience?: string) => Promise<ConnectorClient>;

  constructor(find: (serviceUrl: string, audience?: string) => Promise<ConnectorClient>) {
    super();
    this.#find = find;
  }

  override create(serviceUrl: string, audience?: string): Promise<ConnectorClient> {
    return this.#find(serviceUrl, audience);
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
