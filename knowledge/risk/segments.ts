import { clauseBorders } from './clauses.ts';
import type { Perceived } from './perception.ts';

const shortest = 3;
const most = 24;

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
  const places = clauseBorders(message.tokens);
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
