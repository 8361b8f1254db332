import { join } from 'node:path';
import { readEnglishWords } from '../knowledge/english-words.ts';
import { projectRoot } from '../knowledge/project-root.ts';
import { readMatcherSources } from '../knowledge/read-matcher-sources.ts';
import type { Evaluation } from './evaluate.ts';
import { faqRowSchema } from './faq/faq-row.ts';
import { measurePeer, type PeerFigures } from './peers/measure-peer.ts';
import { naturalBayes, naturalLogistic } from './peers/natural-peers.ts';
import { nlpJs } from './peers/nlp-js.ts';
import { ourMatcher } from './peers/our-matcher.ts';
import { none, type Labelled } from './peers/peer.ts';
import { fuse, lunr, miniSearch } from './peers/search-peers.ts';
import { readRows } from './read-rows.ts';
import { percent } from './table.ts';

const headings = ['on the same lines', 'right@1', 'right@3', 'right@95', 'training', 'a question'];

/** Adds other matchers and ours on the same training lines and questions; takes minutes. */
export const withPeers = async (evaluation: Evaluation, lines: readonly string[]): Promise<Evaluation> => {
  const questions = readRows(lines, faqRowSchema);
  const sources = readMatcherSources(join(projectRoot(), 'knowledge/faq'), readEnglishWords());
  const learnt: readonly Labelled[] = [
    ...sources.training.lines,
    ...sources.training.background.map(({ text }) => ({ text, topic: none })),
  ];
  const peers = [ourMatcher(sources), naturalBayes, naturalLogistic, nlpJs, miniSearch, lunr, fuse];
  const figures: PeerFigures[] = [];
  for (const peer of peers) {
    process.stderr.write(`measuring ${peer.name}\n`);
    figures.push(await measurePeer(peer, learnt, questions)); // oxlint-disable-line no-await-in-loop -- one at a time, or the times would mean nothing
  }
  return {
    ...evaluation,
    more: [...(evaluation.more ?? []), [headings, ...figures.map(rowOf)]],
    figures: { ...evaluation.figures, peers: figures },
  };
};

const rowOf = (figures: PeerFigures): readonly string[] => [
  figures.name,
  ...[figures.rightAt1, figures.rightAt3, figures.rightAt95].map((part) =>
    part === null ? '-' : percent(part, 1),
  ),
  `${figures.training.toFixed(1)} s`,
  `${(figures.question * 1000).toFixed(2)} ms`,
];
