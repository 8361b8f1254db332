import type { Element } from './pattern.ts';
import type { AskedAbout, RiskCategory, Tier } from './verdict.ts';

/** A named idea and the ways of putting it. `about` tells an editor what belongs in it. */
export interface Concept {
  readonly id: string;
  readonly about: string;
  /** A scope changes how the concepts beside it are taken (past, information, game …) and is no sign itself. */
  readonly scope: boolean;
  /** How far a scope speaks: what is said of a recipe leaves the danger in another clause as it is. */
  readonly reach: 'clause' | 'message';
  /** Whether "not" in front takes it back. */
  readonly negatable: boolean;
  /** The ways of putting it, each as its parts. */
  readonly patterns: readonly (readonly Element[])[];
}

/** Which concepts together mean what. Every group of `all` must have one of its concepts `within` the same part. */
export interface Rule {
  readonly id: string;
  readonly tier: Tier;
  readonly category: RiskCategory;
  readonly within: 'sentence' | 'message';
  readonly all: readonly (readonly string[])[];
  readonly unless: readonly string[];
  /** How far the classifier may overrule: a `firm` rule stands by itself. */
  readonly firm: boolean;
}

/** The tier of a short answer, by the question asked. */
export type AnswerMeanings = Readonly<
  Record<AskedAbout, { readonly yes: Tier; readonly maybe: Tier; readonly no: Tier }>
>;

export interface Lexicon {
  /** Word classes by name; `word~` stands for all its forms. */
  readonly classes: ReadonlyMap<string, readonly string[]>;
  readonly concepts: readonly Concept[];
  readonly rules: readonly Rule[];
  readonly answers: AnswerMeanings;
  /** Words that look like a slip of a lexicon word and are none. */
  readonly protectedWords: readonly string[];
}
