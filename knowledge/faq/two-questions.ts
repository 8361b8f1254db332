import { halves } from './clauses.ts';
import type { Ranking } from './classifier.ts';
import type { Candidate } from './matcher.ts';

/** Each half must be this sure on its own, and both must be what the whole message is most about. */
const halfFrom = 0.65;
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
  const pair = [first.topic, second.topic];
  for (const parts of halves(text).slice(0, mostSeams)) {
    const [one, other] = parts.map((part) => judge.candidates(judge.rank(part))[0]);
    if (one === undefined || other === undefined || one.topic === other.topic) continue;
    if (Math.min(one.score, other.score) < halfFrom) continue;
    if (pair.includes(one.topic) && pair.includes(other.topic)) return [one.topic, other.topic];
  }
  return undefined;
};
