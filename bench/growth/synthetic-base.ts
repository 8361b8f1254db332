import { seededRandom } from '../../knowledge/random.ts';
import type { BackgroundLine, TrainingLine } from '../../knowledge/faq/training.ts';

/** A made-up base of any size: for measuring time and memory only, as real ones differ more from topic to topic. */
export interface SyntheticBase {
  readonly lines: readonly TrainingLine[];
  readonly background: readonly BackgroundLine[];
  readonly titles: readonly (readonly [topic: string, title: string])[];
  /** A way of asking for each topic that is in no line. */
  readonly questions: readonly { readonly topic: string; readonly text: string }[];
}

const frames = [
  'how do i * the *',
  'what is the * for a *',
  'can you tell me about *',
  'do you * if i have *',
  'where do i find * and *',
  'is it possible to * when my * is *',
  'i need help with * please',
  'my mother wants to know whether * is *',
  'what happens if the * was * before the *',
  '*',
];
const vocabularySize = 12_000;
const waysEach = 5;
const backgroundLines = 1000;

/** `words` are ordinary words, in any order; word frequencies fall as in real text (Zipf). The same seed, the same base. */
export const syntheticBase = (topics: number, words: readonly string[], seed = 5): SyntheticBase => {
  const random = seededRandom(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const vocabulary = Array.from({ length: vocabularySize }, () => pick(words));
  const common = (): string => vocabulary[Math.floor(vocabularySize ** random()) - 1] ?? 'it';
  const phrase = (keys: readonly string[]): string => {
    const chosen = keys.toSorted(() => random() - 0.5).slice(0, 2 + Math.floor(random() * 2));
    const framed = pick(frames).replaceAll('*', () => chosen.pop() ?? common());
    return [framed, ...chosen].join(' ');
  };
  const made = Array.from({ length: topics }, (_, at) => {
    const keys = [common(), common(), pick(vocabulary), pick(vocabulary)];
    return { topic: `topic-${at}`, keys };
  });
  return {
    lines: made.flatMap(({ topic, keys }) =>
      Array.from({ length: waysEach }, (_, at) => ({ topic, text: phrase(keys), voice: `voice ${at}` })),
    ),
    background: Array.from({ length: backgroundLines }, () => ({
      kind: 'far' as const,
      voice: 'background',
      text: phrase([pick(words), pick(words), pick(words)]),
    })),
    titles: made.map(({ topic, keys }) => [topic, `About ${keys.join(' ')}?`] as const),
    questions: made.map(({ topic, keys }) => ({ topic, text: phrase(keys) })),
  };
};
