import type { ScreeningState } from '../memory.ts';
import type { Reply } from '../reply.ts';
import { withoutOpen } from '../crisis-memory.ts';
import type { Outcome, Turn } from '../turn.ts';
import { filledIn, inVoice, say, trace } from './ask.ts';
import { heardOf } from './heard.ts';
import { proceed } from './proceed.ts';
import { namesChild } from './read-age.ts';
import { namesAnother } from './read-words.ts';
import { askingNowAgain, fitted, isPast, newState, reopened, type About } from './state.ts';
import { saidPlainly } from '../said-plainly.ts';

/**
 * Begins the questions, or takes them up where they were left. Who they are about is read from the words
 * ("is PHP right for my son") unless it is given.
 */
export const startScreening = (turn: Turn, about?: About): Outcome => {
  const said = saidPlainly(turn);
  const heard = heardOf(turn.knowledge.texts);
  if (namesChild(said, heard)) return onlyPeople(turn);
  const named = about ?? (namesAnother(said, heard) ? 'other' : undefined);
  const { screening } = turn.memory;
  const left = screening !== undefined && screening.status !== 'finished';
  if (left && isBegun(screening) && (named === undefined || named === screening.about))
    return resume(turn, screening);
  return begin(turn, named ?? 'self');
};

/** From the first question. Answering is agreeing, so what is kept is said before it. */
export const begin = (turn: Turn, about: About, before: readonly Reply[] = []): Outcome => {
  const { start } = turn.texts.screening;
  return proceed(turn, newState(about, turn.now, turn.memory.screening), [
    ...before,
    say(filledIn(turn, inVoice(start, about))),
  ]);
};

/** After a crisis, or a long time, it is asked again what holds for the moment only. */
export const resume = (turn: Turn, state: ScreeningState): Outcome => {
  const { texts, now } = turn;
  const again = state.status === 'suspended' || isPast(state, now);
  const reset = reopened(fitted(again ? askingNowAgain(state) : state));
  const said = [texts.screening.resume, ...(again ? [texts.screening.askedAgain] : [])];
  return proceed(turn, reset, [say(said.join(' '))]);
};

/** Under 13: no questions, nothing kept, people only. */
export const onlyPeople = (turn: Turn): Outcome => {
  const { screening: _, ...memory } = withoutOpen(turn.memory);
  return { memory, replies: [say(filledIn(turn, turn.texts.screening.said.under13)), trace({})] };
};

const isBegun = ({ trail, status }: ScreeningState): boolean =>
  trail.length > 0 || status === 'suspended' || status === 'open';
