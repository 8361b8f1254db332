import type { Lexicon } from './lexicon.ts';
import { symbolsIn, type Element } from './pattern.ts';

const textOfPattern = (pattern: readonly Element[]): string =>
  pattern.map((element) => element.text).join(' ');

/** Throws where a pattern names a class that there is not. */
export const checkPatterns = (lexicon: Lexicon): void => {
  for (const { id: concept, patterns } of lexicon.concepts)
    for (const pattern of patterns)
      for (const symbol of symbolsIn(pattern))
        if (symbol.startsWith('@') && !lexicon.classes.has(symbol.slice(1)))
          throw new Error(
            `concept ${concept}: "${textOfPattern(pattern)}" names the class ${symbol}, which no file holds; add it under classes`,
          );
};

/** Throws where a rule names a concept that there is not. */
export const checkRules = (lexicon: Lexicon): void => {
  const known = new Set(lexicon.concepts.map((concept) => concept.id));
  for (const rule of lexicon.rules)
    for (const concept of [...rule.all.flat(), ...rule.unless])
      if (!known.has(concept))
        throw new Error(`rule ${rule.id}: there is no concept ${concept}; add it or mend the name`);
};
