import { barrier } from './crisis-barrier.ts';
import { crisisAnswer, withUnanswered, type CrisisAnswer } from './crisis-answer.ts';
import { asksAboutMethod, careAnswer } from './crisis-care.ts';
import { elsewhere } from './crisis-elsewhere.ts';
import { followUp } from './crisis-follow-up.ts';
import { categoryOf, withoutOpen } from './crisis-memory.ts';
import { goOn } from './crisis-go-on.ts';
import { ownQuestion } from './crisis-reply.ts';
import { screeningAnswer } from './crisis-screening.ts';
import { tell } from './crisis-tell.ts';
import type { CrisisQuestion } from './memory.ts';
import type { Outcome, Step, Turn } from './turn.ts';

type Next = (turn: Turn) => Outcome;

/** The first step of every turn: help comes before anything else that could be said. */
export const safety: Step = (turn, next) => {
  const answer = crisisAnswer(turn);
  if (answer && !moreThanThoughts(turn, answer)) return followUp(withUnanswered(turn), answer);
  const { tier, category = categoryOf(turn.memory) } = turn.verdict;
  if (tier === 'none') return elsewhere(turn, next) ?? goOn(turn, next);
  const screened = screeningAnswer(turn, next);
  if (screened) return screened;
  if (tier === 'immediate') return tell(turn, { ...turn.verdict, category });
  if (tier === 'third-party') return aboutAnother(turn, next);
  return (saysNoMore(turn) ? barrier(turn) : undefined) ?? concern(turn, next);
};

/** After a danger, words that hold no sign of the lexicon: what stands in the way of a call is spoken of in such. */
const saysNoMore = ({ knowledge, memory, words }: Turn): boolean =>
  memory.risk !== undefined &&
  knowledge.risk.assess(words).signals.every((signal) => signal.startsWith('classifier:'));

/** A "yes" to thoughts goes on to the plan, unless the detector knows of more. */
const moreThanThoughts = ({ memory, verdict }: Turn, answer: CrisisAnswer): boolean =>
  answer === 'yes' &&
  verdict.tier === 'immediate' &&
  memory.open?.kind === 'crisis' &&
  memory.open.asks === 'thoughts';

const concern = (turn: Turn, next: Next): Outcome => {
  // Once it was immediate, a milder word does not make it less.
  const tier = turn.memory.risk?.tier === 'immediate' ? 'immediate' : 'concern';
  const told = tell(turn, { ...turn.verdict, tier }, tier === 'concern' ? nextQuestion(turn) : undefined);
  return withCare(turn, told, next);
};

/** More of the same in answer to a direct question counts as a "yes" to it. */
const nextQuestion = ({ memory, verdict }: Turn): CrisisQuestion | undefined => {
  if (memory.open?.kind !== 'crisis') return undefined;
  if (ownQuestion('concern', verdict.category ?? 'self-harm') !== 'thoughts') return undefined;
  const { asks } = memory.open;
  if (asks === 'thoughts') return 'plan';
  return asks === 'plan' || asks === 'means' ? 'means' : undefined;
};

/** Worry about someone else does not stop a screening: its question follows the help. */
const aboutAnother = (turn: Turn, next: Next): Outcome => {
  const told = tell(turn, turn.verdict);
  if (turn.memory.open?.kind !== 'screening' || !told.memory || asksAboutMethod(turn))
    return withCare(turn, told, next);
  const { memory, replies } = next({ ...turn, memory: told.memory });
  return { memory, replies: [...told.replies, ...replies] };
};

/** Adds the answer where the message was also a question about care; what was asked directly stays open. */
const withCare = (turn: Turn, told: Outcome, next: Next): Outcome => {
  if (!told.memory) return told;
  const care = careAnswer({ ...turn, memory: withoutOpen(told.memory) }, next);
  if (!care?.memory) return told;
  const { open } = told.memory;
  return {
    memory: { ...care.memory, ...(open ? { open } : {}) },
    replies: [...told.replies, ...care.replies],
  };
};
