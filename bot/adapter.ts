import { CloudAdapterBase, ConfigurationBotFrameworkAuthentication } from 'botbuilder-core';
import type { Activity, InvokeResponse, TurnContext } from 'botbuilder';
import type { Config } from './config.ts';
import { AppCredentials } from './connector/app-credentials.ts';
import { ChannelAuthentication } from './connector/channel-authentication.ts';
import { governmentCloud, publicCloud, type Cloud } from './connector/cloud.ts';
import { createConnectorHttp } from './connector/connector-http.ts';
import { ChannelGuard, openGuard, type Guard } from './connector/guard.ts';
import { Refusals } from './connector/refusals.ts';
import { onlyHosts, onlyThisMachine, type MayAnswer } from './connector/service-hosts.ts';
import { SigningKeys } from './connector/signing-keys.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';

export type TurnLogic = (context: TurnContext) => Promise<void>;

/**
 * The SDK's adapter without its own HTTP answers, which print stacks and return the reasons of failures, and without
 * loading the streaming and Teams parts beside them.
 */
export class ChannelAdapter extends CloudAdapterBase {
  /** Runs one activity; resolves to what the HTTP answer should carry (buffered replies, an invoke's result). */
  answer(authorization: string, activity: Activity, logic: TurnLogic): Promise<InvokeResponse | undefined> {
    return this.processActivity(authorization, activity, logic);
  }
}

export interface AdapterParts {
  readonly app: Config['app'];
  /** The Bot Framework's own by default; tests hand in one on this machine. No setting can change it. */
  readonly cloud?: Cloud | undefined;
  /** How long a connector or the login service may take for one call, in milliseconds. */
  readonly callLimit: number;
  readonly clock: () => Date;
  readonly log: Log;
  readonly metrics: Metrics;
}

export const createAdapter = (parts: AdapterParts): ChannelAdapter => {
  const { app, clock, callLimit: limit, metrics } = parts;
  const cloud = parts.cloud ?? (app.government ? governmentCloud : publicCloud);
  const credentials = new AppCredentials({ app, cloud, clock, limit });
  const httpClient = createConnectorHttp({
    limit,
    tokenRefused: () => credentials.forgetToken(),
    measured: (outcome, seconds) => metrics.connectorSeconds.observe({ outcome }, seconds),
  });
  const sdk = new ConfigurationBotFrameworkAuthentication({}, credentials, undefined, undefined, {
    httpClient,
  });
  const mayAnswer =
    app.id === undefined ? onlyThisMachine : onlyHosts([...cloud.serviceHosts, ...app.serviceHosts]);
  const guard = app.id === undefined ? openGuard : guardOf(app.id, cloud, mayAnswer, parts);
  return new ChannelAdapter(new ChannelAuthentication(sdk, guard, mayAnswer));
};

/** The keys are fetched at once, so that the first message does not wait for them. */
const guardOf = (
  appId: string,
  cloud: Cloud,
  mayAnswer: MayAnswer,
  { app, clock, log, metrics }: AdapterParts,
): Guard => {
  const failed = (error: unknown): void => {
    log.write('signing-keys', { error });
  };
  const keys = new SigningKeys({ metadataUrl: cloud.metadataUrl, clock, failed });
  void keys.refresh();
  return new ChannelGuard({
    token: { keys, issuer: cloud.issuer, appId, clock },
    audience: cloud.audience,
    refusals: new Refusals({ log, metrics, clock }),
    mayAnswer,
    tenants: app.teamsTenants,
  });
};
