import type { Reply } from '../reply.ts';
import type { Turn } from '../turn.ts';

/** Whether a reply answers something: not where it says that it does not know, or asks what was meant. */
export const isContent = (reply: Reply, { texts }: Turn): boolean => {
  if (reply.kind === 'trace') return false;
  const { unknown, didYouMean } = texts.conversation.answers;
  return reply.kind !== 'say' || (reply.text !== unknown && reply.text !== didYouMean);
};
