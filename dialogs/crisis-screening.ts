import { isOpenCommand, openOption } from './screening.ts';
import type { Outcome, Turn } from './turn.ts';

type Next = (turn: Turn) => Outcome;

/**
 * What the screening makes of a risky answer to its own question. It knows its options best: it ends in the same
 * crisis reply, or goes on where its rules say so. Undefined where the words say more than an option does.
 */
export const screeningAnswer = (turn: Turn, next: Next): Outcome | undefined => {
  const { open } = turn.memory;
  if (open?.kind !== 'screening') return undefined;
  // "Why do you ask?" would be an evasive answer, were it not our own button; the question stays open after it.
  if (isOpenCommand(turn) && isHarmlessAlone(turn)) return next(turn);
  const option = openOption(turn);
  // Danger that shows without the question is for the detector, which also knows its kind.
  const byQuestion = open.question === 'safe' || open.question === 'body' ? isHarmlessAlone(turn) : false;
  if (!option && !byQuestion) return undefined;
  const outcome = next(turn);
  if (outcome.replies.some(({ kind }) => kind === 'crisis')) return outcome;
  const answer = outcome.memory?.screening?.answers[open.question];
  const understood = option !== undefined || (answer !== undefined && answer !== 'no');
  return turn.verdict.tier !== 'immediate' && understood ? outcome : undefined;
};

const isHarmlessAlone = ({ knowledge, words }: Turn): boolean => knowledge.risk.assess(words).tier === 'none';
