import { join } from 'node:path';
import type { AnswerEntry } from './faq/entry.ts';
import type { Helplines } from './helplines/helplines.ts';
import { projectRoot } from './project-root.ts';
import type { TextsByLanguage } from './texts/texts.ts';

/** What the build makes of the data files, and the service reads at start. */
export const artefactFolder = (): string => join(projectRoot(), 'dist/knowledge/data');

export const artefactNames = {
  words: 'words.json',
  matcher: 'matcher.bin',
  riskLexicon: 'risk-lexicon.json',
  riskModel: 'risk-model.bin',
} as const;

/** All that is read by people: checked at the build, plain data afterwards. */
export interface Words {
  readonly entries: readonly AnswerEntry[];
  readonly helplines: Helplines;
  readonly texts: TextsByLanguage;
}
