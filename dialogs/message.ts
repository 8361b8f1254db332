import type { Language } from '../knowledge/language/language.ts';

/** What a channel can do, as far as it changes what is said (not how it looks). */
export interface ChannelTraits {
  /** Other people read along (a Teams group or channel): nothing personal is asked or repeated. */
  readonly shared: boolean;
  /** Longest text of one message in characters, where the channel has such a limit (SMS: 306). */
  readonly pageLength: number | undefined;
  /** The language of the page or app that the person uses; their own words count for more. */
  readonly language?: Language | undefined;
}

/**
 * What a person did. `aside` are words that were not said to the bot, but may tell of danger: the comment in a
 * feedback form. `choice` is a pressed button that names its option by id (`Choice.id`);
 * its `label` is what the button said.
 */
type Deed =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'choice'; readonly choice: string; readonly label: string }
  | { readonly kind: 'joined' }
  | { readonly kind: 'edited' | 'aside'; readonly text: string }
  | { readonly kind: 'unsupported'; readonly reason: 'attachment' | 'empty' | 'reaction' | 'other' };

/** One thing that a person did on one channel, as the dialogs see it: the SDK's activity is gone. */
export type Message = Deed & { readonly channel: ChannelTraits };

/** The words of a message that are to be judged and understood; empty where there are none. */
export const wordsOf = (message: Message): string => {
  if ('text' in message) return message.text;
  return message.kind === 'choice' ? message.label : '';
};
