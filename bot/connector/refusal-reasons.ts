/**
 * Why a request is refused: what its token lacks, an address that the bot may not answer to, an organisation that may
 * not use it, or signing keys that can't be had. Never told to the caller; counted under these names.
 */
export const refusalReasons = [
  'no-token',
  'malformed',
  'key',
  'signature',
  'time',
  'issuer',
  'audience',
  'endorsement',
  'service-url',
  'host',
  'tenant',
  'no-keys',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];
