import { probability } from './calibration.ts';
import { confidenceInputs, fieldInputs, shares, type Ranking } from './classifier.ts';
import type { Candidate, FaqMatch } from './matcher.ts';
import type { MatcherModel } from './model.ts';

/**
 * Answer from this chance of being right, and of being about the field at all; offer from this chance of being
 * about the field. Set by hand on the development questions and the background test lines (docs/matching.md).
 */
const answerFrom = 0.6;
const fieldFrom = 0.85;
const offerFrom = 0.3;
const mostOffered = 3;
/** A third offer is made only if it is this likely against the first. */
const thirdShare = 0.05;

export type Chances = Pick<MatcherModel, 'right' | 'field'>;

export const candidatesOf = (ranking: Ranking, chances: Chances): readonly Candidate[] => {
  const right = probability(chances.right, confidenceInputs(ranking));
  const all = shares(ranking);
  const best = all[0] ?? 1;
  return ranking.topics
    .slice(0, 5)
    .map(({ topic }, at) => ({ topic, score: (right * (all[at] ?? 0)) / best }));
};

/** Answer, offer, or an honest no. */
export const decideMatch = (ranking: Ranking, chances: Chances): FaqMatch => {
  const candidates = candidatesOf(ranking, chances);
  const [first, second, third] = candidates;
  if (first === undefined) return { topics: [], offered: [], candidates };
  const field = probability(chances.field, fieldInputs(ranking));
  if (first.score >= answerFrom && field >= fieldFrom)
    return { topics: [first.topic], offered: [], candidates };
  if (field < offerFrom) return { topics: [], offered: [], candidates };
  const likely = (third?.score ?? 0) >= first.score * thirdShare;
  const offered = [first, second, likely ? third : undefined].flatMap((one) =>
    one === undefined ? [] : [one.topic],
  );
  return { topics: [], offered: offered.slice(0, mostOffered), candidates };
};
