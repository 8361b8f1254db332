import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Entry } from './faq/entry.ts';
import { readEntries } from './faq/read-entries.ts';
import type { Synonyms } from './faq/lexicon.ts';
import type { MatcherSources } from './faq/train-matcher.ts';
import type { BackgroundLine, DoubleLine, TrainingLine } from './faq/training.ts';

const linesOf = (entries: ReadonlyMap<string, Entry>): readonly TrainingLine[] =>
  [...entries.values()].flatMap(({ id, ways }) =>
    Object.entries(ways).flatMap(([voice, texts]) => texts.map((text) => ({ topic: id, text, voice }))),
  );

const rowsOf = (text: string): readonly (readonly string[])[] =>
  text
    .split('\n')
    .filter((row) => row.trim() !== '')
    .map((row) => row.split('\t'));

const doubleOf = ([topics = '', voice = '', text = '']: readonly string[]): DoubleLine => {
  const [one = '', other = ''] = topics.split('|');
  return { topics: [one, other], voice, text };
};

const backgroundOf = ([kind = '', text = '']: readonly string[], voice: string): BackgroundLine => ({
  kind: kind === 'near' ? 'near' : 'far',
  text,
  voice,
});

/** YAML reads a bare 16 or 2.1 as a number; here all are words. */
const synonymsSchema = z.record(z.string(), z.array(z.coerce.string()));
const followUpsSchema = z.record(z.string(), z.record(z.string(), z.string()));

const backgroundFiles = [
  'background.tsv',
  'background-extra.tsv',
  'background-more.tsv',
  'background-everyday.tsv',
];
const synonymFiles = ['synonyms.yaml', 'synonyms-spanish.yaml'];

/** One list a concept, from all languages. */
const mergeSynonyms = (lists: readonly Synonyms[]): Synonyms => {
  const merged: Record<string, readonly string[]> = {};
  for (const [concept, words] of lists.flatMap((list) => Object.entries(list)))
    merged[concept] = [...(merged[concept] ?? []), ...words];
  return merged;
};

/** Reads what the matcher learns from (`folder` is `knowledge/faq`). For the build and for tests, not for service. */
export const readMatcherSources = (folder: string, dictionary: readonly string[]): MatcherSources => {
  const open = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const names = readdirSync(join(folder, 'entries')).filter((name) => name.endsWith('.yaml'));
  const entries = readEntries(names.toSorted().map((name) => ({ name, text: open(join('entries', name)) })));
  return {
    training: {
      lines: linesOf(entries),
      doubles: rowsOf(open('double-questions.tsv')).map(doubleOf),
      background: backgroundFiles.flatMap((name) =>
        rowsOf(open(name)).map((row) => backgroundOf(row, name.replace('.tsv', ''))),
      ),
    },
    synonyms: mergeSynonyms(synonymFiles.map((name) => synonymsSchema.parse(parse(open(name))))),
    followUps: followUpsSchema.parse(parse(open('follow-ups.yaml'))),
    dictionary,
  };
};
