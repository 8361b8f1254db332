import { isRequest } from './crisis-stay.ts';
import type { AnswerReply, Reply } from './reply.ts';
import type { Outcome, Turn } from './turn.ts';

/** Signals of the detector that a message asks about a method, by a part of their id. */
const methodSignal = /method|lethal|\bdose/;

/**
 * The answer to a question about care that came with a danger, without the buttons that would hide the direct
 * question's own. Nothing where the message may be about a method or a dose, or asked for something else.
 */
export const careAnswer = (turn: Turn, next: (turn: Turn) => Outcome): Outcome | undefined => {
  const { topics } = turn.match();
  if (topics.length === 0 || !isRequest(turn) || asksAboutMethod(turn)) return undefined;
  const { memory, replies } = next(turn);
  if (!memory || !replies.some(isAnswer)) return undefined;
  return {
    // What the service is has not been said if the greeting is left out here.
    memory: { ...memory, greeted: turn.memory.greeted },
    replies: replies.flatMap((reply): readonly Reply[] => {
      // One answer is enough beside the help: of two topics the second is often the danger itself, misread.
      if (isAnswer(reply)) return reply === replies.find(isAnswer) ? [{ ...reply, choices: [] }] : [];
      return reply.kind === 'trace' ? [reply] : [];
    }),
  };
};

/** Never answered, whatever it is framed as. */
export const asksAboutMethod = ({ match, verdict }: Turn): boolean =>
  match().topics.includes('medication-questions') ||
  verdict.signals.some((signal) => methodSignal.test(signal));

const isAnswer = (reply: Reply): reply is AnswerReply => reply.kind === 'answer';
