import type { Token } from './reader.ts';

/** Words that start a new thought when enough stands on both sides. */
const turns = new Set(
  'but because so and pero porque y then also anyway plus cuz since while although though if'.split(' '),
);

/** Where the message may be parted: after marks and ends, and before words that start a new thought. */
export const clauseBorders = (tokens: readonly Token[]): readonly number[] => {
  const places = [0];
  let words = 0;
  tokens.forEach((token, at) => {
    const turn = token.kind === 'word' && words >= 4 && turns.has(token.word);
    if (turn) places.push(at);
    if (token.kind !== 'word') places.push(at + 1);
    words = turn || token.kind !== 'word' ? 0 : words + 1;
  });
  return [...places, tokens.length];
};

/** For each token the number of its clause. */
export const clauseNumbers = (tokens: readonly Token[]): readonly number[] => {
  const borders = new Set(clauseBorders(tokens));
  let clause = 0;
  return tokens.map((_, at) => (at > 0 && borders.has(at) ? ++clause : clause));
};
