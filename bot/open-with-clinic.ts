import { ClinicEntryError } from '../knowledge/clinic-entries/clinic-entry-error.ts';
import { openClinicKnowledge, type ClinicKnowledge } from '../knowledge/clinic-entries/clinic-knowledge.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { openKnowledge, type OpenOptions } from '../knowledge/open.ts';
import type { Config } from './config.ts';
import { ConfigError } from './errors.ts';
import type { Log } from './log.ts';

/** Our knowledge with the clinic's own folder. Throws a ConfigError of one sentence where that can not be used. */
export const openWithClinic = (
  { clinic, knowledgeFolder, keepUnanswered: keepsQuestions }: Config,
  log: Log,
  options: OpenOptions = {},
): Knowledge => {
  if (knowledgeFolder === undefined) return openKnowledge(clinic, { ...options, keepsQuestions });
  const start = performance.now();
  const own = readOwn(knowledgeFolder);
  const milliseconds = Math.round(performance.now() - start);
  const count = own.entries.filter(({ group }) => group === 'clinic').length;
  log.info(notes[own.learned], { count, milliseconds });
  return openKnowledge(clinic, { ...options, own, keepsQuestions });
};

const readOwn = (folder: string): ClinicKnowledge => {
  try {
    return openClinicKnowledge(folder);
  } catch (error) {
    if (error instanceof ClinicEntryError) throw new ConfigError(error.message, { cause: error });
    throw error;
  }
};

const notes = {
  'nothing-new': 'the answers of KNOWLEDGE_DIR are in use',
  found: 'the answers of KNOWLEDGE_DIR are in use',
  kept: 'the questions of KNOWLEDGE_DIR were new or changed, and have been learned',
  unkept:
    'the questions of KNOWLEDGE_DIR have been learned, but dist/knowledge/data can not be written: each start will learn them again',
} as const;
