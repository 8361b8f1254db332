import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { BadRequest } from '../errors.ts';
import { checkChannelToken, TokenRefused, type ChannelTokenParts } from './channel-token.ts';
import type { RefusalReason } from './refusal-reasons.ts';
import type { Refusals } from './refusals.ts';
import type { MayAnswer } from './service-hosts.ts';
import { KeysUnavailable } from './signing-keys.ts';

/** Who posts, as the SDK's turn needs it. */
export interface Admitted {
  /** What our own token for the replies has to be for. */
  readonly audience: string;
  readonly claims: readonly { readonly type: string; readonly value: string }[];
}

/** Decides whether an activity may start a turn; rejects with BadRequest before anything of it is read. */
export interface Guard {
  admit(activity: Activity, header: string): Promise<Admitted>;
}

/** Without an app id everybody on this machine is let in, as the Bot Framework's development tools need it. */
export const openGuard: Guard = {
  admit: () => Promise.resolve({ audience: '', claims: [] }),
};

export interface ChannelGuardParts {
  readonly token: ChannelTokenParts;
  readonly audience: string;
  readonly refusals: Refusals;
  readonly mayAnswer: MayAnswer;
  /** Teams organisations that may use the bot; empty lets in all. */
  readonly tenants: readonly string[];
}

const inTeams = z.object({
  channelData: z
    .object({ tenant: z.object({ id: z.string() }) })
    .optional()
    .catch(undefined),
  conversation: z.object({ tenantId: z.string().optional() }),
});

/** Lets in what the Bot Framework's channels send, and tells everyone else no more than that they are not known. */
export class ChannelGuard implements Guard {
  readonly #parts: ChannelGuardParts;

  constructor(parts: ChannelGuardParts) {
    this.#parts = parts;
  }

  async admit(activity: Activity, header: string): Promise<Admitted> {
    const claims = await this.#check(activity, header);
    if (!this.#parts.mayAnswer(activity.serviceUrl))
      throw this.#refused('host', 400, 'serviceUrl: this address is not one that I may answer to.');
    if (!this.#isOfTenant(activity))
      throw this.#refused('tenant', 403, 'This organisation may not use this bot.');
    return {
      audience: this.#parts.audience,
      claims: Object.entries(claims).map(([type, value]) => ({ type, value: String(value) })),
    };
  }

  async #check(activity: Activity, header: string) {
    try {
      return await checkChannelToken(this.#parts.token, header, activity);
    } catch (error) {
      if (error instanceof TokenRefused)
        throw this.#refused(error.reason, 401, 'This request is not from a channel that I know.');
      // The request may be genuine: 503 tells the channel that it was not taken, where 401 would blame it.
      if (error instanceof KeysUnavailable)
        throw this.#refused('no-keys', 503, 'This can not be checked now. Please send it again.');
      throw error;
    }
  }

  #refused(reason: RefusalReason, status: number, sentence: string): BadRequest {
    this.#parts.refusals.add(reason);
    return new BadRequest(status, sentence);
  }

  #isOfTenant(activity: Activity): boolean {
    const { tenants } = this.#parts;
    if (tenants.length === 0 || activity.channelId !== 'msteams') return true;
    const { data } = inTeams.safeParse(activity);
    const tenant = data?.channelData?.tenant.id ?? data?.conversation.tenantId ?? '';
    return tenants.includes(tenant.toLowerCase());
  }
}
