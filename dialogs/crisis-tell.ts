import type { Verdict } from '../knowledge/risk/verdict.ts';
import { asInSession, asking, bodilyOf, suspended, withTold } from './crisis-memory.ts';
import { crisisReply, ownQuestion, withoutQuestion } from './crisis-reply.ts';
import type { CrisisQuestion } from './memory.ts';
import type { Outcome, Turn } from './turn.ts';

/** A crisis reply with its direct question; whatever was open is put aside. */
export const tell = (turn: Turn, judged: Verdict, question?: CrisisQuestion): Outcome => {
  const { knowledge, memory, message } = turn;
  const verdict = asInSession(judged, bodilyOf(memory));
  const asks = question ?? ownQuestion(verdict.tier, verdict.category ?? 'self-harm');
  const { shared } = message.channel;
  const told = memory.risk?.told ?? 0;
  const about = verdict.about ?? memory.risk?.about;
  const reply = crisisReply({
    verdict: { ...verdict, about },
    told,
    knowledge,
    language: memory.language,
    asks,
  });
  const after = withTold(turn, verdict);
  return {
    memory: asks ? asking(suspended(after), asks, shared) : after,
    replies: [shared ? withoutQuestion(reply) : reply],
  };
};
