import { AuthenticationConstants, GovernmentConstants } from 'botframework-connector';

/** Where a Bot Framework cloud is: who signs what it sends, where to sign in, and which hosts are its own. */
export interface Cloud {
  /** OpenID metadata of whoever signs the channels' tokens. */
  readonly metadataUrl: string;
  readonly issuer: string;
  /** Where the bot signs in before it sends, without the tenant. */
  readonly loginUrl: string;
  /** The tenant in which a multi-tenant bot signs in. */
  readonly botTenant: string;
  /** What the bot's own tokens are for. */
  readonly audience: string;
  /** Hosts of its channels: `*.` stands for any name below. */
  readonly serviceHosts: readonly string[];
}

/**
 * Of trafficmanager.net only Teams' own name counts: anyone can register others there.
 * Teams' government community cloud (GCC) is served by the public Bot Framework.
 */
export const publicCloud: Cloud = {
  metadataUrl: AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl,
  issuer: AuthenticationConstants.ToBotFromChannelTokenIssuer,
  loginUrl: AuthenticationConstants.ToChannelFromBotLoginUrlPrefix,
  botTenant: AuthenticationConstants.DefaultChannelAuthTenant,
  audience: AuthenticationConstants.ToChannelFromBotOAuthScope,
  serviceHosts: ['*.botframework.com', 'smba.trafficmanager.net', 'smba.infra.gcc.teams.microsoft.com'],
};

/** Azure Government, with Teams GCC High and DoD. */
export const governmentCloud: Cloud = {
  metadataUrl: GovernmentConstants.ToBotFromChannelOpenIdMetadataUrl,
  issuer: GovernmentConstants.ToBotFromChannelTokenIssuer,
  loginUrl: GovernmentConstants.ToChannelFromBotLoginUrlPrefix,
  botTenant: GovernmentConstants.DefaultChannelAuthTenant,
  audience: GovernmentConstants.ToChannelFromBotOAuthScope,
  serviceHosts: [
    '*.botframework.azure.us',
    '*.botframework.us',
    'smba.infra.gov.teams.microsoft.us',
    'smba.infra.dod.teams.microsoft.us',
  ],
};
