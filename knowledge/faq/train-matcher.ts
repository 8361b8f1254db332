import { createSpeller } from '../language/spelling.ts';
import { fitCalibration, type Calibration, type Observation } from './calibration.ts';
import { confidenceInputs, createRanker, fieldInputs, type Rank } from './classifier.ts';
import { featuresOf } from './features.ts';
import { fitClassifier, type Example } from './fit-classifier.ts';
import { compilePhrases, openLexicon, type Lexicon, type Synonyms } from './lexicon.ts';
import type { FollowUps, MatcherModel } from './model.ts';
import { read, type Reading } from './reader.ts';
import { spellingWords } from './spelling-words.ts';
import type { Training } from './training.ts';

export interface MatcherSources {
  readonly training: Training;
  readonly synonyms: Synonyms;
  readonly followUps: FollowUps;
  /** English words that are not slips of the pen, however close they come to a word of the field. */
  readonly dictionary: readonly string[];
}

type Line = Example & { readonly reading: Reading };

/** Voices are dealt into this many groups, each held out once, to see how sure a score makes us. */
const folds = 5;

const foldNames = (voices: readonly string[]): ReadonlyMap<string, string> =>
  new Map([...new Set(voices)].toSorted().map((voice, at) => [voice, `fold ${at % folds}`]));

const linesOf = (
  training: Training,
  toReading: (text: string) => Reading,
  lexicon: Lexicon,
): readonly Line[] => {
  const { lines, doubles, background } = training;
  const groups = foldNames([...lines, ...doubles].map(({ voice }) => voice));
  const line = (text: string, topics: readonly string[], group: string): Line => {
    const reading = toReading(text);
    return { reading, features: featuresOf(reading, lexicon), topics, group };
  };
  const groupOf = (voice: string): string => groups.get(voice) ?? '';
  return [
    ...lines.map(({ text, topic, voice }) => line(text, [topic], groupOf(voice))),
    ...doubles.map(({ text, topics, voice }) => line(text, topics, groupOf(voice))),
    ...background.map(({ text }, at) => line(text, [], `fold ${at % folds}`)),
  ];
};

interface Calibrations {
  readonly right: Calibration;
  readonly field: Calibration;
}

/** So many lines are enough to fit six weights; a large base has far more. */
const mostObserved = 10_000;

/** Scores every line by a classifier that has not seen its voice. */
const calibrate = (lines: readonly Line[], topics: readonly string[], lexicon: Lexicon): Calibrations => {
  const right: Observation[] = [];
  const field: Observation[] = [];
  const observe = (rank: Rank, line: Line): void => {
    const ranking = rank(line.reading);
    const best = ranking.topics[0]?.topic ?? '';
    right.push({ inputs: confidenceInputs(ranking), right: line.topics.includes(best) });
    field.push({ inputs: fieldInputs(ranking), right: line.topics.length > 0 });
  };
  const step = Math.ceil(lines.length / mostObserved);
  const chosen = new Set(lines.filter((_, at) => at % step === 0));
  for (const group of new Set(lines.map((line) => line.group))) {
    const seen = lines.filter((line) => line.group !== group);
    const rank = createRanker(fitClassifier(seen, topics), topics, lexicon);
    for (const line of lines) if (line.group === group && chosen.has(line)) observe(rank, line);
  }
  return {
    right: fitCalibration(right, right[0]?.inputs.length ?? 0),
    field: fitCalibration(field, field[0]?.inputs.length ?? 0),
  };
};

/** Learns from the ways people ask. The same sources give the same model, byte for byte. */
export const trainMatcher = ({ training, synonyms, followUps, dictionary }: MatcherSources): MatcherModel => {
  const asked = [...training.lines, ...training.doubles].map(({ text }) => text);
  const other = training.background.map(({ text }) => text);
  const spelling = spellingWords(asked, other, synonyms, dictionary);
  const speller = createSpeller(new Set(spelling.known), new Set(spelling.targets));
  const phrases = compilePhrases(synonyms);
  const lexicon = openLexicon(phrases);
  const lines = linesOf(training, (text) => read(text, speller), lexicon);
  const topics = [...new Set(lines.flatMap((line) => line.topics))].toSorted();
  return {
    topics,
    phrases,
    spelling,
    followUps,
    ...fitClassifier(lines, topics),
    ...calibrate(lines, topics, lexicon),
  };
};
