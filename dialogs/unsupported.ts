import type { Step } from './turn.ts';

/** Pictures, files and empty messages get a polite word instead of silence. */
export const unsupported: Step = (turn, next) => {
  if (turn.message.kind !== 'unsupported') return next(turn);
  const { attachment } = turn.texts.conversation.answers;
  return { memory: turn.memory, replies: [{ kind: 'say', text: attachment, choices: [] }] };
};
