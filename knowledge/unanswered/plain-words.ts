import { artefactNames, readArtefact, type Words } from '../artefacts.ts';
import { readCommonWords } from '../english-words.ts';
import type { MatcherSources } from '../faq/train-matcher.ts';
import { normalise } from '../language/normalise.ts';
import { wordsIn } from '../language/tokenise.ts';

/** A word of fewer voices may be a name that one writer made up. */
const leastVoices = 4;

/**
 * Words that tell nothing about who wrote them: those of our own answers in both languages, of many voices among the
 * ways of asking, and of the dictionary without names. Read where questions are to be kept, and only then.
 */
export const readPlainWords = (): ReadonlySet<string> => {
  const { entries } = JSON.parse(readArtefact(artefactNames.words).toString()) as Words;
  const { training } = JSON.parse(readArtefact(artefactNames.matcherSources).toString()) as MatcherSources;
  const ours = entries.flatMap(({ title, short, full, es }) => [
    title,
    short,
    full,
    ...(es ? [es.title, es.short, es.full] : []),
  ]);
  return new Set([...ours.flatMap(wordsOf), ...wordsOfMany(training.lines), ...readCommonWords()]);
};

const wordsOf = (text: string): readonly string[] => wordsIn(normalise(text));

const wordsOfMany = (lines: MatcherSources['training']['lines']): readonly string[] => {
  const voices = new Map<string, Set<string>>();
  for (const { text, voice } of lines)
    for (const word of wordsOf(text)) voices.set(word, (voices.get(word) ?? new Set()).add(voice));
  return [...voices].flatMap(([word, heard]) => (heard.size >= leastVoices ? [word] : []));
};
