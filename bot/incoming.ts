import type { Message } from '../dialogs/message.ts';
import type { Verdict } from '../knowledge/risk/verdict.ts';
import type { TraceContext } from './trace-context.ts';

/** A message on its way through the turn: who said it and where, in keys that nothing else depends on. */
export interface Incoming {
  /** Names the conversation in storage and in the queue. */
  readonly conversation: string;
  /** The channel's id of this message: one that was seen before is a resend. */
  readonly activityId: string | undefined;
  readonly channelId: string;
  readonly message: Message;
  /** Of the request that it came in; not known where nobody traces. */
  readonly trace?: TraceContext | undefined;
  /** It came from the chat on our own page. */
  readonly onOwnSite?: boolean;
  /** What the risk gate made of the words by themselves. */
  readonly alone?: Verdict | undefined;
}
