import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnswerEntry } from './faq/entry.ts';
import type { Helplines } from './helplines/helplines.ts';
import { projectRoot } from './project-root.ts';
import type { TextsByLanguage } from './texts/texts.ts';
import type { WhileKeeping } from './unanswered/while-keeping.ts';

/** What the build makes of the data files, and the service reads at start. */
export const artefactFolder = (): string => join(projectRoot(), 'dist/knowledge/data');

export const artefactNames = {
  words: 'words.json',
  matcher: 'matcher.bin',
  matcherFingerprint: 'matcher.fingerprint',
  /** What the matcher was learned from, for a clinic's own folder to be learned with it. */
  matcherSources: 'matcher-sources.json',
  riskLexicon: 'risk-lexicon.json',
  riskModel: 'risk-model.bin',
} as const;

/** Throws one sentence with the mend where the build has not made it. */
export const readArtefact = (name: string): Buffer => {
  const file = join(artefactFolder(), name);
  if (!existsSync(file)) throw new Error(`${file} is missing: run "npm run build" first.`);
  return readFileSync(file);
};

/** All that is read by people: checked at the build, plain data afterwards. */
export interface Words {
  readonly entries: readonly AnswerEntry[];
  /** Other words for some of them where questions are kept. */
  readonly whileKeeping: readonly WhileKeeping[];
  readonly helplines: Helplines;
  readonly texts: TextsByLanguage;
}
