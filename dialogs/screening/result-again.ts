import type { ScreeningState } from '../memory.ts';
import type { ResultReply } from '../reply.ts';
import type { Voice } from '../turn.ts';
import { decidedOf } from './decided.ts';
import { resultReply } from './result.ts';

/** A finished screening in words again, in any language; undefined where it has no result. */
export const resultAgain = (voice: Voice, state: ScreeningState): ResultReply | undefined => {
  const decided = decidedOf(voice.memory, state);
  return decided && resultReply(voice, state, decided);
};
