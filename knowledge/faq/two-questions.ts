import { cutsOf } from './clauses.ts';
import type { Ranking } from './classifier.ts';
import type { Candidate } from './matcher.ts';

/**
 * Each half must be this sure on its own, less where a sentence ends between them, and both must be among what the
 * whole message is most about.
 */
const halfFrom = 0.65;
const sentenceFrom = 0.5;
const among = 2;
const amongForSentences = 4;
/** Below this the whole message is about one thing, and its halves are not looked at. */
const secondFrom = 0.01;
const longestDouble = 400;
const mostSeams = 8;

export interface Judge {
  readonly rank: (text: string) => Ranking;
  readonly candidates: (ranking: Ranking) => readonly Candidate[];
}

/** The two topics of a message that clearly asks two different things; undefined for all others. */
export const twoQuestions = (
  text: string,
  whole: readonly Candidate[],
  judge: Judge,
): readonly [string, string] | undefined => {
  const [first, second] = whole;
  if (first === undefined || second === undefined || second.score < secondFrom) return undefined;
  if (text.length > longestDouble) return undefined;
  for (const { halves, sentence } of cutsOf(text).slice(0, mostSeams)) {
    const [one, other] = halves.map((half) => judge.candidates(judge.rank(half))[0]);
    if (one === undefined || other === undefined || one.topic === other.topic) continue;
    if (Math.min(one.score, other.score) < (sentence ? sentenceFrom : halfFrom)) continue;
    const likely = whole.slice(0, sentence ? amongForSentences : among).map(({ topic }) => topic);
    if (likely.includes(one.topic) && likely.includes(other.topic)) return [one.topic, other.topic];
  }
  return undefined;
};
