import { clauseNumbers } from './clauses.ts';
import type { Token } from './reader.ts';
import type { Hit } from './tagger.ts';

/** A hit with what its surroundings do to it. */
export interface ScopedHit extends Hit {
  readonly negated: boolean;
  /** Number of the sentence it stands in. */
  readonly sentence: number;
  /** Number of the clause it begins in. */
  readonly clause: number;
}

const negators = new Set(
  'not no never dont doesnt didnt isnt arent wasnt werent wont wouldnt cant couldnt shouldnt havent hasnt hadnt aint without neither nor nope nobody none denies denied deny negative nunca ni sin tampoco jamas niega nao nicht kein pas hindi wala khong'.split(
    ' ',
  ),
);
/** After these a "not" reaches no further: what follows stands, as in "don't tell her I took them". */
const stops = new Set(
  'but pero just only solo except though stop help know tell care call send worry bother let sure because if until till unless either matter wait'.split(
    ' ',
  ),
);
const reach = 5;

/** Of "sin" these make an English noun; without them it is Spanish for "without". */
const beforeSin = new Set(
  'a the of my our no mortal deadly is this that big what as worst unforgivable original'.split(' '),
);

const negates = (tokens: readonly Token[], at: number): boolean => {
  const word = tokens[at]?.word ?? '';
  return negators.has(word) && !(word === 'sin' && beforeSin.has(tokens[at - 1]?.word ?? ''));
};

const negatedAt = (tokens: readonly Token[], start: number): boolean => {
  for (let at = start - 1; at >= 0 && at >= start - reach; at -= 1) {
    const token = tokens[at];
    if (token === undefined || token.kind !== 'word' || stops.has(token.word)) return false;
    if (negates(tokens, at)) return true;
  }
  return false;
};

const sentenceNumbers = (tokens: readonly Token[]): readonly number[] => {
  let sentence = 0;
  return tokens.map((token) => (token.kind === 'end' ? sentence++ : sentence));
};

export const withScopes = (tokens: readonly Token[], hits: readonly Hit[]): readonly ScopedHit[] => {
  const sentences = sentenceNumbers(tokens);
  const clauses = clauseNumbers(tokens);
  return hits.map((hit) => ({
    ...hit,
    negated: hit.concept.negatable && negatedAt(tokens, hit.start),
    sentence: sentences[hit.start] ?? 0,
    clause: clauses[hit.start] ?? 0,
  }));
};
