import { cutsOf } from './clauses.ts';
import type { FaqMatch } from './matcher.ts';

const mostCuts = 4;

/**
 * The topic of a message whose talk hides its question: "I'm a big fan of London. What is PHP?" is not sure enough as a
 * whole, but one side of a sentence's end is, and it agrees with what the whole is most about.
 */
export const clearSentence = (
  text: string,
  whole: FaqMatch,
  decide: (part: string) => FaqMatch,
): string | undefined => {
  const best = whole.candidates[0]?.topic;
  return cutsOf(text)
    .filter(({ sentence }) => sentence)
    .slice(0, mostCuts)
    .flatMap(({ halves }) => halves)
    .map((half) => decide(half).topics[0])
    .find((topic) => topic !== undefined && topic === best);
};
