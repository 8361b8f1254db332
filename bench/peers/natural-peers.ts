import { createRequire } from 'node:module';
import type { Labelled, Peer } from './peer.ts';

interface Classifier {
  addDocument(text: string, topic: string): void;
  train(): void;
  getClassifications(text: string): readonly { readonly label: string; readonly value: number }[];
}

const part = 'natural/lib/natural/classifiers/';

const classifier = (
  name: string,
  file: string,
  linesOf: (all: readonly Labelled[]) => readonly Labelled[],
) => ({
  name,
  learn: (lines: readonly Labelled[]) => {
    const Kind = createRequire(import.meta.url)(part + file) as new () => Classifier;
    const learner = new Kind();
    for (const { text, topic } of linesOf(lines)) learner.addDocument(text, topic);
    learner.train();
    return (text: string) =>
      learner.getClassifications(text).map(({ label, value }) => ({ topic: label, score: value }));
  },
});

/** So many lines a topic: with all of them its training takes longer than anyone waits. */
const few = 4;

const fewOfEach = (lines: readonly Labelled[]): readonly Labelled[] => {
  const seen = new Map<string, number>();
  return lines.filter(({ topic }) => {
    const nth = (seen.get(topic) ?? 0) + 1;
    seen.set(topic, nth);
    return nth <= few;
  });
};

export const naturalBayes: Peer = classifier('natural Bayes', 'bayes_classifier.js', (lines) => lines);
export const naturalLogistic: Peer = classifier(
  `natural LogisticRegression (${few} lines a topic)`,
  'logistic_regression_classifier.js',
  fewOfEach,
);
