import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type Activity,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import type { Config } from './config.ts';
import { connectorHttp } from './connector-http.ts';
import { inTime } from './in-time.ts';
import { SparingAuthentication } from './outbound-clients.ts';

/** How long all of a turn's replies may take to send, sign-in included, in milliseconds. */
const sendLimit = 10_000;

export type TurnLogic = (context: TurnContext) => Promise<void>;

/** The SDK's adapter without its own HTTP answers, which print stacks and return the reasons of failures. */
export class ChannelAdapter extends CloudAdapter {
  /** Runs one activity; resolves to what the HTTP answer should carry (buffered replies, an invoke's result). */
  answer(authorization: string, activity: Activity, logic: TurnLogic): Promise<InvokeResponse | undefined> {
    return this.processActivity(authorization, activity, logic);
  }
}

export const createAdapter = (app: Config['app']): ChannelAdapter => {
  const settings = {
    MicrosoftAppType: app.type,
    MicrosoftAppId: app.id ?? '',
    MicrosoftAppPassword: app.password ?? '',
    MicrosoftAppTenantId: app.tenant ?? '',
  };
  const sdk = new ConfigurationBotFrameworkAuthentication(settings, undefined, undefined, undefined, {
    httpClient: connectorHttp,
  });
  return new ChannelAdapter(
    new SparingAuthentication(sdk, app.id === undefined ? isOwnMachine : isAnyAddress),
  );
};

/** Without an app id anyone on this machine may post, so replies go nowhere but to this machine. */
const isOwnMachine = (serviceUrl: string): boolean =>
  serviceUrl === '' || /^https?:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(\/|$)/.test(serviceUrl);

/** With an app id the channel's token vouches for the address: the SDK compares it with the signed claim. */
const isAnyAddress = (): boolean => true;

/** Rejects after the time that a connector may take. */
export const inSendTime = <T>(work: Promise<T>): Promise<T> =>
  inTime(work, sendLimit, () => new Error(`the connector gave no answer in ${sendLimit} ms`));
