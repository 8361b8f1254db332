import { errors, jwtVerify, type JWTPayload } from 'jose';
import type { RefusalReason } from './refusal-reasons.ts';
import type { SigningKey, SigningKeys } from './signing-keys.ts';

/** A token does not prove that the activity is from the channel that it names. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
  readonly reason: RefusalReason;
  constructor(reason: RefusalReason) {
    super(reason);
    this.reason = reason;
  }
}

export interface ChannelTokenParts {
  readonly keys: SigningKeys;
  readonly issuer: string;
  readonly appId: string;
  readonly clock: () => Date;
}

/** How far the clocks of channel and bot may be apart, in seconds: as the Bot Framework's protocol says. */
const clockTolerance = 300;

/**
 * Checks the token of a channel's request as the Bot Connector's protocol asks: signature, times, issuer, audience,
 * the key's endorsement for the channel, and the address to answer to. Rejects with TokenRefused, or with
 * KeysUnavailable where nothing can be said.
 */
export const checkChannelToken = async (
  { keys, issuer, appId, clock }: ChannelTokenParts,
  header: string,
  activity: { readonly channelId: string; readonly serviceUrl: string },
): Promise<JWTPayload> => {
  const [, token] = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(header) ?? [];
  if (token === undefined) throw new TokenRefused(header === '' ? 'no-token' : 'malformed');
  let signedWith: SigningKey | undefined;
  const findKey = async ({ kid = '' }: { kid?: string }) => {
    signedWith = await keys.find(kid);
    if (signedWith === undefined) throw new TokenRefused('key');
    return signedWith.key;
  };
  const { payload } = await jwtVerify(token, findKey, {
    algorithms: ['RS256', 'RS384', 'RS512'],
    issuer,
    audience: appId,
    clockTolerance,
    currentDate: clock(),
    requiredClaims: ['exp'],
  }).catch((error: unknown) => {
    throw refusalOf(error);
  });
  if (!signedWith?.endorsements.includes(activity.channelId)) throw new TokenRefused('endorsement');
  if (activity.serviceUrl === '' || payload['serviceurl'] !== activity.serviceUrl)
    throw new TokenRefused('service-url');
  return payload;
};

/** What jose found, as a reason to count; anything that is no finding about the token passes as it is. */
const refusalOf = (error: unknown): unknown => {
  if (error instanceof errors.JWTExpired) return new TokenRefused('time');
  if (error instanceof errors.JWSSignatureVerificationFailed) return new TokenRefused('signature');
  if (error instanceof errors.JWTClaimValidationFailed) return new TokenRefused(reasonOf(error.claim));
  return error instanceof errors.JOSEError || error instanceof TypeError
    ? new TokenRefused('malformed')
    : error;
};

const reasonOf = (claim: string): RefusalReason => {
  if (claim === 'iss') return 'issuer';
  return claim === 'aud' ? 'audience' : 'time';
};
