import { createMatcher } from '../faq/create-matcher.ts';
import { trainMatcher, type MatcherSources } from '../faq/train-matcher.ts';
import type { TrainingLine } from '../faq/training.ts';

/** Questions about `asked` that were answered or offered as `taken` first, by a matcher that had not seen them. */
export interface Confusion {
  readonly asked: string;
  readonly taken: string;
  readonly questions: readonly string[];
}

/** Voices are dealt into so many groups, each held out once. */
export const foldCount = 5;

/** Most confused pairs first. Trains once a fold; `onFold` is told before each. */
export const confusionsOf = (
  sources: MatcherSources,
  onFold: (fold: number) => void = () => {},
): readonly Confusion[] => {
  const voices = [...new Set(sources.training.lines.map(({ voice }) => voice))].toSorted();
  const taken = Array.from({ length: foldCount }, (_, fold) => {
    onFold(fold);
    return takenAs(sources, new Set(voices.filter((_voice, at) => at % foldCount === fold)));
  }).flat();
  const wrong = taken.filter(({ line, topic }) => topic !== line.topic);
  const pairs = new Map<string, Confusion>();
  for (const { line, topic } of wrong) {
    const key = `${line.topic} ${topic}`;
    const questions = [...new Set([...(pairs.get(key)?.questions ?? []), line.text])];
    pairs.set(key, { asked: line.topic, taken: topic, questions });
  }
  return [...pairs.values()].toSorted((a, b) => b.questions.length - a.questions.length);
};

interface Taken {
  readonly line: TrainingLine;
  readonly topic: string;
}

const takenAs = (sources: MatcherSources, held: ReadonlySet<string>): readonly Taken[] => {
  const { lines, doubles, background } = sources.training;
  const training = {
    lines: lines.filter(({ voice }) => !held.has(voice)),
    doubles: doubles.filter(({ voice }) => !held.has(voice)),
    background,
  };
  const matcher = createMatcher(trainMatcher({ ...sources, training }), []);
  return lines
    .filter(({ voice }) => held.has(voice))
    .flatMap((line) => {
      const { topics, offered } = matcher.match(line.text);
      const topic = topics.includes(line.topic) ? line.topic : (topics[0] ?? offered[0]);
      return topic === undefined ? [] : [{ line, topic }];
    });
};
