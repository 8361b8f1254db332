import type { Perceived } from './perception.ts';

/** Whose danger is told of. */
export type AboutWhom = 'self' | 'other';

/** Words by which a writer speaks of themselves, in Spanish the verbs that do. */
const ownWords: ReadonlySet<string> = new Set(
  'i im ive ill id iam yo quiero quisiera voy tengo traigo estoy pienso puedo aguanto tome trague decidi'.split(
    ' ',
  ),
);
const ownEnding = /(?:[aei]rme|[ae]ndome)$/;

const isOwn = (word: string): boolean => ownWords.has(word) || (word.length > 5 && ownEnding.test(word));

/**
 * Whose danger a message tells of; undefined where it names nobody. In doubt it is the writer's own: words for a helper
 * would pass over a person in danger, the other way round they only fit less well.
 */
export const aboutWhom = ({ tokens, hits }: Perceived): AboutWhom | undefined => {
  const found = (id: string) => hits.filter(({ concept }) => concept.id === id);
  if (found('whose-own').length > 0) return 'self';
  const helping = found('whose-helper');
  const covered = (at: number): boolean => helping.some(({ start, end }) => at >= start && at < end);
  if (tokens.some(({ word }, at) => isOwn(word) && !covered(at))) return 'self';
  return found('whose-other').length > 0 ? 'other' : undefined;
};
