import { resolve } from 'node:path';
import { artefactNames, readArtefact, type Words } from '../artefacts.ts';
import type { AnswerEntry } from '../faq/entry.ts';
import { addClinicEntries, clinicLines } from './add-clinic-entries.ts';
import { learnClinic, type ClinicMatcher, type LearningPlace } from './learn-clinic.ts';
import { openClinicEntries } from './open-clinic-entries.ts';

/** Our answers with a clinic's own among them, and the matcher that finds both. */
export interface ClinicKnowledge extends ClinicMatcher {
  readonly entries: readonly AnswerEntry[];
}

/** Reads KNOWLEDGE_DIR, and learns it where that was not done yet. Throws a ClinicEntryError of one sentence. */
export const openClinicKnowledge = (folder: string, place?: LearningPlace): ClinicKnowledge => {
  const path = resolve(folder);
  const { entries } = JSON.parse(readArtefact(artefactNames.words).toString()) as Words;
  const clinics = openClinicEntries(path, entries);
  const known = new Set(entries.map(({ id }) => id));
  return {
    ...learnClinic(path, clinicLines(clinics, known), place),
    entries: addClinicEntries(entries, clinics),
  };
};
