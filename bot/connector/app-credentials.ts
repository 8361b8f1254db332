import {
  JwtTokenProviderFactory,
  ManagedIdentityServiceClientCredentialsFactory,
  MicrosoftAppCredentials,
  type ServiceClientCredentials,
  ServiceClientCredentialsFactory,
} from 'botframework-connector';
import type { Config } from '../config.ts';
import { inTime } from '../in-time.ts';
import type { Cloud } from './cloud.ts';
import { SendFault } from './send-fault.ts';
import { SignIn } from './sign-in.ts';

export interface AppCredentialsParts {
  readonly app: Config['app'];
  readonly cloud: Cloud;
  readonly clock: () => Date;
  /** How long signing in may take, in milliseconds. */
  readonly limit: number;
}

/** The bot's own identity towards the connectors, made once: whoever asks gets the same. */
export class AppCredentials extends ServiceClientCredentialsFactory {
  readonly #appId: string | undefined;
  readonly #credentials: Promise<ServiceClientCredentials>;

  constructor(parts: AppCredentialsParts) {
    super();
    this.#appId = parts.app.id;
    this.#credentials = makeCredentials(parts);
  }

  override isValidAppId(appId: string): Promise<boolean> {
    return Promise.resolve(appId === this.#appId);
  }

  override isAuthenticationDisabled(): Promise<boolean> {
    return Promise.resolve(this.#appId === undefined);
  }

  override createCredentials(): Promise<ServiceClientCredentials> {
    return this.#credentials;
  }

  /** A connector did not accept our token. */
  forgetToken(): void {
    void this.#credentials.then((credentials) => {
      if (credentials instanceof SignIn) credentials.forget();
    });
  }
}

const makeCredentials = async (parts: AppCredentialsParts): Promise<ServiceClientCredentials> => {
  const { app, cloud, clock, limit } = parts;
  if (app.id === undefined) return MicrosoftAppCredentials.Empty;
  if (app.type === 'UserAssignedMSI') return managedIdentity(app.id, parts);
  const tenant = app.type === 'SingleTenant' ? (app.tenant ?? '') : cloud.botTenant;
  return new SignIn({
    url: `${cloud.loginUrl}${encodeURIComponent(tenant)}/oauth2/v2.0/token`,
    appId: app.id,
    password: app.password ?? '',
    audience: cloud.audience,
    clock,
    limit,
  });
};

/** The machine's own identity in Azure, by the SDK; it would wait without end for a service that is silent. */
const managedIdentity = async (
  appId: string,
  { cloud, limit }: AppCredentialsParts,
): Promise<ServiceClientCredentials> => {
  const factory = new ManagedIdentityServiceClientCredentialsFactory(appId, new JwtTokenProviderFactory());
  const inner = await factory.createCredentials(appId, cloud.audience);
  return {
    signRequest: (request) =>
      inTime(inner.signRequest(request), limit, () => new Error(`no token in ${limit} ms`)).catch(
        (cause: unknown) => {
          throw new SendFault('not-taken', { cause });
        },
      ),
  };
};
