import { createSpeller } from '../language/spelling.ts';
import type { Synonyms } from './lexicon.ts';
import type { SpellingWords } from './model.ts';
import { read } from './reader.ts';

const shortestTarget = 5;
const leastUses = 2;

const usesOf = (texts: readonly string[]): ReadonlyMap<string, number> => {
  const uses = new Map<string, number>();
  for (const text of texts) for (const word of read(text).words) uses.set(word, (uses.get(word) ?? 0) + 1);
  return uses;
};

/**
 * The words of the field are worth finding behind a slip; every other word of the training lines is left alone,
 * and so are the words of `dictionary` that would otherwise be taken for a slip.
 */
export const spellingWords = (
  about: readonly string[],
  background: readonly string[],
  synonyms: Synonyms,
  dictionary: readonly string[],
): SpellingWords => {
  const uses = usesOf(about);
  const lexicon = Object.values(synonyms)
    .flat()
    .flatMap((phrase) => read(phrase).words);
  const isTarget = (word: string): boolean => word.length >= shortestTarget && /^[a-z]+$/.test(word);
  const targets = new Set(
    [...lexicon, ...uses.keys()].filter(
      (word) => isTarget(word) && (lexicon.includes(word) || (uses.get(word) ?? 0) >= leastUses),
    ),
  );
  const seen = new Set([...uses.keys(), ...usesOf(background).keys(), ...lexicon]);
  const speller = createSpeller(seen, targets);
  const shielded = dictionary.filter((word) => speller.correct(word) !== word);
  const near = [...seen].filter((word) => !targets.has(word) && word.length > 3);
  return { targets: [...targets].toSorted(), known: [...new Set([...near, ...shielded])].toSorted() };
};
