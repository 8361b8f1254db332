import type { AnswerMeanings } from './lexicon.ts';
import type { Perceived } from './perception.ts';
import { noRisk, type AskedAbout, type Verdict } from './verdict.ts';

const longest = 12;
const kinds = ['answer-no', 'answer-maybe', 'answer-yes'] as const;

/** How the message answers, judged by its beginning; undefined where it is longer or answers nothing. */
const answerIn = ({ tokens, hits }: Perceived): 'yes' | 'maybe' | 'no' | undefined => {
  const words = tokens.filter((token) => token.kind === 'word').length;
  if (words > longest) return undefined;
  const first = tokens.findIndex((token) => token.kind === 'word');
  const starting = hits.filter((hit) => hit.start === first);
  const widest = Math.max(
    0,
    ...starting.filter((hit) => hit.concept.id.startsWith('answer-')).map((hit) => hit.end),
  );
  const kind = kinds.find((id) => starting.some((hit) => hit.concept.id === id && hit.end === widest));
  if (kind === undefined) return undefined;
  return kind === 'answer-yes' ? 'yes' : kind === 'answer-no' ? 'no' : 'maybe';
};

/** What a short answer to the open question means; undefined where the message is no short answer. */
export const judgeAnswer = (
  message: Perceived,
  asked: AskedAbout,
  meanings: AnswerMeanings,
): Verdict | undefined => {
  const answer = answerIn(message);
  if (answer === undefined) return undefined;
  const tier = meanings[asked][answer];
  if (tier === 'none') return noRisk;
  return {
    tier,
    category: asked === 'body' ? 'medical' : 'self-harm',
    signals: [`answer:${asked}=${answer}`],
  };
};
