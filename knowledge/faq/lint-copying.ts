import { createHash } from 'node:crypto';
import type { Entry } from './entry.ts';
import { textFields } from './lint-fields.ts';
import type { Finding } from './lint.ts';

const runLength = 8;

/**
 * Hashes of all runs of 8 words. The article is not ours to publish, so only these are kept of it.
 * Words are taken without case and marks, apart from the normaliser of messages: that one may change.
 */
export const runsOf = (text: string): readonly string[] => wordRuns(text).map(hash);

const wordRuns = (text: string): readonly string[] => {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(runLength - 1).map((_, at) => words.slice(at, at + runLength).join(' '));
};

const hash = (run: string): string => createHash('sha256').update(run).digest('hex').slice(0, 12);

/** Our words are our own: no text may repeat 8 words of the article in a row. */
export const lintCopying = (entry: Entry, runs: ReadonlySet<string>): readonly Finding[] =>
  textFields(entry).flatMap(({ field, text }) =>
    wordRuns(text)
      .filter((run) => runs.has(hash(run)))
      .map((run) => ({
        entry: entry.id,
        field,
        rule: 'copied',
        message: `repeats the article: "${run}". Say it in our own words.`,
      })),
  );
