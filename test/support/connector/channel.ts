import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Activity } from 'botbuilder';
import type { DeliveryLimits } from '../../../bot/connector/delivery-limits.ts';
import type { Surroundings } from '../../../bot/service.ts';
import { projectRoot } from '../../../knowledge/project-root.ts';
import { post } from '../emulator.ts';
import { wordsOf } from '../words-of.ts';
import { figureOf } from '../figures.ts';
import { startService, type RunningService } from '../service.ts';
import { appId, appPassword, BotFramework, type Claims } from './bot-framework.ts';
import { Connector } from './connector.ts';

type Payload = Partial<Activity> & Pick<Activity, 'serviceUrl' | 'conversation'>;

/** As in production, only with shorter pauses. */
export const quick: DeliveryLimits = {
  call: 700,
  ordinary: { pauses: [5, 10], within: 9_000 },
  crisis: { pauses: [5, 5, 5, 5], within: 20_000 },
  answerAfter: 9_000,
};

/** The service with its app id, the Bot Framework that signs for the channels, and the connector that takes replies. */
export class Channel {
  readonly framework: BotFramework;
  readonly connector: Connector;
  readonly service: RunningService;
  #count = 0;
  #stopped: Promise<void> | undefined;

  private constructor(framework: BotFramework, connector: Connector, service: RunningService) {
    this.framework = framework;
    this.connector = connector;
    this.service = service;
  }

  static async open(
    environment: Readonly<Record<string, string>> = {},
    surroundings: Partial<Surroundings> = {},
  ): Promise<Channel> {
    const framework = await BotFramework.start();
    const connector = await Connector.start((token) => framework.issued.has(token));
    const app = { MicrosoftAppId: appId, MicrosoftAppPassword: appPassword };
    const service = await startService(
      { NODE_ENV: 'production', ...app, ...environment },
      { cloud: framework.cloud, limits: quick, ...surroundings },
    );
    return new Channel(framework, connector, service);
  }

  async close(): Promise<void> {
    await this.stop();
    await Promise.all([this.connector.close(), this.framework.close()]);
  }

  /** Stops the service, which ends its turns first. */
  stop(): Promise<void> {
    return (this.#stopped ??= this.service.stop());
  }

  /** A captured activity, with this connector in place of the channel's. */
  payload(name: string, changes: object = {}): Payload {
    const file = join(projectRoot(), 'test/payloads', `${name}.json`);
    const { activity } = JSON.parse(readFileSync(file, 'utf8')) as { activity: Payload };
    const { pathname } = new URL(activity.serviceUrl);
    return { ...activity, serviceUrl: `${this.connector.url}${pathname}`, ...changes };
  }

  /** Something said in a conversation of its own on Web Chat, unless told otherwise. */
  said(text: string, changes: object = {}): Payload {
    const id = `said-${(this.#count += 1)}`;
    return this.payload('webchat.message', { id, conversation: { id }, text, ...changes });
  }

  /** Posts as the channel does: with a token that says what the activity says, unless `claims` change it. */
  async deliver(activity: Payload, claims: Claims = {}, key?: string, headers = {}): Promise<Response> {
    const token = await this.framework.token(activity.serviceUrl, claims, key);
    return this.deliverWith(activity, `Bearer ${token}`, headers);
  }

  /** Posts with an Authorization header as it stands, or none. */
  deliverWith(
    activity: object,
    authorization?: string,
    more: Record<string, string> = {},
  ): Promise<Response> {
    const headers = authorization === undefined ? more : { ...more, Authorization: authorization };
    return post(this.service.url, JSON.stringify(activity), headers);
  }

  /** Delivers a captured activity; resolves to all that the person reads then. */
  async seenAfter(name: string, changes: object = {}): Promise<string> {
    const before = this.connector.messages.length;
    const { status } = await this.deliver(this.payload(name, changes));
    if (status !== 200) throw new Error(`the service answered ${status}`);
    const seen = this.connector.messages.slice(before);
    return seen.map(wordsOf).join('\n');
  }

  /** How many crisis replies arrived: other replies name helplines too. */
  helped(): Promise<number> {
    return figureOf(this.service.url, 'bot_crisis_referrals_total');
  }

  /** One figure of the service; 0 where it was never counted. */
  figure(name: string): Promise<number> {
    return figureOf(this.service.url, name);
  }
}
