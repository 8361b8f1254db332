import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lexicon } from './risk/lexicon.ts';
import { readLexicon } from './risk/risk-data.ts';
import { parseRiskLines, type TrainingLine } from './risk/training-line.ts';

/** Reads what the detector is made of (`folder` is `knowledge/risk`). For the build and for tests, not for service. */
export const readRiskSources = (
  folder: string,
): { readonly lexicon: Lexicon; readonly lines: readonly TrainingLine[] } => {
  const contents = (below: string, ending: string) =>
    readdirSync(join(folder, below))
      .filter((name) => name.endsWith(ending))
      .toSorted()
      .map((name) => ({ name, content: readFileSync(join(folder, below, name), 'utf8') }));
  return {
    lexicon: readLexicon(contents('lexicon', '.yaml')),
    lines: contents('lines', '.tsv').flatMap(({ name, content }) =>
      parseRiskLines(content, name.replace('.tsv', '')),
    ),
  };
};
