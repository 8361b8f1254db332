import { join } from 'node:path';
import { readEnglishWords } from '../../../knowledge/english-words.ts';
import { trainMatcher, type MatcherSources } from '../../../knowledge/faq/train-matcher.ts';
import { projectRoot } from '../../../knowledge/project-root.ts';
import { readMatcherSources } from '../../../knowledge/read-matcher-sources.ts';

export const realSources = (): MatcherSources =>
  readMatcherSources(join(projectRoot(), 'knowledge/faq'), readEnglishWords());

/** The real sources with only some voices, so that training takes a second or two. */
export const withVoices = (sources: MatcherSources, keep: (voice: string) => boolean): MatcherSources => {
  const { lines, doubles, background } = sources.training;
  return {
    ...sources,
    training: {
      lines: lines.filter(({ voice }) => keep(voice)),
      doubles: doubles.filter(({ voice }) => keep(voice)),
      background: background.filter((_, at) => at % 3 === 0),
    },
  };
};

export const trainSmall = () =>
  trainMatcher(withVoices(realSources(), (voice) => ['teen', 'terse', 'extra'].includes(voice)));
