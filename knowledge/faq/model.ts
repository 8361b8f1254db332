import type { Calibration } from './calibration.ts';
import type { Fitted } from './fit-classifier.ts';
import type { PhraseTable } from './lexicon.ts';

/** All that matching needs, as plain data: made by `trainMatcher`, kept by `serialise`. */
export interface MatcherModel extends Fitted {
  readonly topics: readonly string[];
  readonly phrases: PhraseTable;
  readonly spelling: SpellingWords;
  /** Chance that the best topic is right, and that the message is about the field at all. */
  readonly right: Calibration;
  readonly field: Calibration;
  readonly followUps: FollowUps;
}

/** `targets` are what slips are put right towards; `known` are further words to leave alone. */
export interface SpellingWords {
  readonly targets: readonly string[];
  readonly known: readonly string[];
}

/** Concept named in a short follow-up → topic of the last answer → topic meant now; `else` for any other. */
export type FollowUps = Readonly<Record<string, Readonly<Record<string, string>>>>;
