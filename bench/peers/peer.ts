export interface Labelled {
  readonly text: string;
  /** `none` for lines about something else. */
  readonly topic: string;
}

export interface Scored {
  readonly topic: string;
  readonly score: number;
}

/** Topics by score, best first; `none` may be among them. */
export type Ask = (text: string) => readonly Scored[] | Promise<readonly Scored[]>;

/** Another way to match questions, as it comes out of the box. */
export interface Peer {
  readonly name: string;
  readonly learn: (lines: readonly Labelled[]) => Ask | Promise<Ask>;
}

export const none = 'none';

/** The best score of each topic, from the scores of single lines. */
export const byTopic = (hits: readonly Scored[]): readonly Scored[] => {
  const best = new Map<string, number>();
  for (const { topic, score } of hits) best.set(topic, Math.max(score, best.get(topic) ?? -Infinity));
  return Array.from(best, ([topic, score]) => ({ topic, score })).toSorted((a, b) => b.score - a.score);
};
