/** The channels that are told apart in figures and log; any other one is `other`. */
export const knownChannels = ['directline', 'webchat', 'msteams', 'sms', 'emulator', 'other'] as const;
export type KnownChannel = (typeof knownChannels)[number];

/** A channel's name comes with the message, so only those that are known are taken over. */
export const knownChannel = (channelId: string): KnownChannel =>
  knownChannels.find((known) => known === channelId) ?? 'other';
