import { languageAskedFor } from './heard.ts';
import { sayByTurns } from './say.ts';
import { waysIn } from './topic-choices.ts';
import type { Step } from './turn.ts';

/** "Español", "in English please": the session has changed over by now, so it only has to be said. */
export const languageChoice: Step = (turn, next) =>
  languageAskedFor(turn) === undefined
    ? next(turn)
    : sayByTurns(turn, 'language', turn.memory.open ? [] : waysIn(turn));
