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
  log.write(learnt[own.learned], { count, milliseconds });
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

const learnt = {
  'nothing-new': 'clinic-knowledge',
  found: 'clinic-knowledge',
  kept: 'clinic-knowledge-learned',
  unkept: 'clinic-knowledge-unkept',
} as const;
