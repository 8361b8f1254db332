import type { Perceived } from './perception.ts';

/** Words that start a new thought when enough stands on both sides. */
const turns = new Set(
  'but because so and pero porque y then also anyway plus cuz since while although though if'.split(' '),
);
const shortest = 3;
const most = 24;

/** Where the message may be parted: after marks and ends, and before words that start a new thought. */
const borders = ({ tokens }: Perceived): readonly number[] => {
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

const wordCount = ({ tokens }: Perceived, start: number, end: number): number =>
  tokens.slice(start, end).filter((token) => token.kind === 'word').length;

const slice = (message: Perceived, start: number, end: number): Perceived => ({
  classesOf: message.classesOf,
  rules: [],
  tokens: message.tokens.slice(start, end),
  hits: message.hits.filter((hit) => hit.start >= start && hit.end <= end),
});

/**
 * The message as a whole and each of its clauses: danger may be one clause in a question about care.
 * A clause of under three words joins the next; beyond 24 clauses the rest is one.
 */
export const segmentsOf = (message: Perceived): readonly Perceived[] => {
  const clauses: Perceived[] = [];
  const places = borders(message);
  let start = 0;
  places.forEach((place, at) => {
    if (place <= start) return;
    const last = at === places.length - 1;
    if (!last && (wordCount(message, start, place) < shortest || clauses.length >= most)) return;
    clauses.push(slice(message, start, place));
    start = place;
  });
  return clauses.length > 1 ? [message, ...clauses] : [message];
};
