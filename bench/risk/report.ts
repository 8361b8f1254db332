import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { artefactFolder } from '../../knowledge/artefacts.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { projectRoot } from '../../knowledge/project-root.ts';
import type { Evaluation } from '../evaluate.ts';
import { figuresOf } from './figures.ts';
import { judgeRows } from './judged.ts';
import { reportFrom, type JudgedSet } from './report-page.ts';
import { totalsTable } from './tables.ts';

/** One file of rows, by its name. */
export interface SetFile {
  readonly file: string;
  readonly lines: readonly string[];
}

const described = z.record(z.string(), z.strictObject({ about: z.string(), tuned: z.string() }));
const here = (name: string): string => join(projectRoot(), 'bench/risk', name);

/** Writes docs/safety-report.md from the sets given; the evaluation is what is printed of it. */
export const writeSafetyReport = (
  files: readonly SetFile[],
  { risk }: Pick<Knowledge, 'risk'>,
): Evaluation => {
  const known = described.parse(parse(readFileSync(here('sets.yaml'), 'utf8')));
  const sets = files.map(({ file, lines }): JudgedSet => {
    const name = basename(file);
    return { name, ...(known[name] ?? nothingKnown), rows: judgeRows(lines, risk) };
  });
  const page = reportFrom(readFileSync(here('safety-report.md'), 'utf8'), sets, fingerprint());
  writeFileSync(join(projectRoot(), 'docs/safety-report.md'), page);
  return {
    rows: totalsTable(sets.map(({ name, rows }) => [name, rows])),
    figures: {
      set: 'risk',
      ...figuresOf(sets.flatMap(({ rows }) => rows)),
      sets: Object.fromEntries(sets.map(({ name, rows }) => [name, figuresOf(rows)])),
    },
  };
};

const nothingKnown = {
  about: 'Not described.',
  tuned: 'It is not known what was taken from it: say so in bench/risk/sets.yaml.',
};

/** Tells one state of lexicon, lines and code from another. */
const fingerprint = (): string =>
  readFileSync(join(artefactFolder(), 'risk.fingerprint'), 'utf8').trim().slice(0, 12);
