import type { Reply } from '../reply.ts';

/** Whether a reply answers something: not where it says that it does not know, or asks what was meant. */
export const isContent = (reply: Reply): boolean =>
  reply.kind !== 'trace' && !(reply.kind === 'say' && reply.miss === true);
