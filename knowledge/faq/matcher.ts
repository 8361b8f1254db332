/** A topic and how well it fits, 0 to 1 (a calibrated probability). */
export interface Candidate {
  readonly topic: string;
  readonly score: number;
}

/**
 * What the matcher makes of a question. `topics` are to be answered (two where two things were asked),
 * `offered` are to be shown as "did you mean" (2 or 3); at most one of both is filled, none means an honest no.
 */
export interface FaqMatch {
  readonly topics: readonly string[];
  readonly offered: readonly string[];
  /** Best first, at most 5. */
  readonly candidates: readonly Candidate[];
}

export interface FaqMatcher {
  /** The trained matcher could not be read, so that an honest "no" would not be true. */
  readonly away?: true;
  /** `lastTopics` are the topics of the answers before, newest first: what "and for teens?" refers to. */
  match(text: string, lastTopics?: readonly string[]): FaqMatch;
}

/** A topic that was named rather than guessed. */
export const certain = (topic: string): FaqMatch => ({
  topics: [topic],
  offered: [],
  candidates: [{ topic, score: 1 }],
});
