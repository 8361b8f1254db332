import type { AnswerEntry } from '../faq/entry.ts';
import type { TrainingLine } from '../faq/training.ts';
import type { ClinicEntry } from './clinic-entry.ts';
import type { ClinicEntries } from './open-clinic-entries.ts';

/** Our entries with the clinic's in place of those of the same id, and its new ones after them. */
export const addClinicEntries = (
  ours: readonly AnswerEntry[],
  clinics: ClinicEntries,
): readonly AnswerEntry[] => {
  const known = new Set(ours.map(({ id }) => id));
  const replaced = ours.map((entry) => {
    const own = clinics.get(entry.id);
    return own === undefined ? entry : toAnswer(own, entry.followUps);
  });
  const added = [...clinics.values()].filter(({ id }) => !known.has(id));
  return [...replaced, ...added.map((entry) => toAnswer(entry, []))];
};

/** Without Spanish of its own it is given in English: our Spanish may say something else than its English. */
const toAnswer = (
  { group: _group, ways: _ways, followUps, ...entry }: ClinicEntry,
  usual: readonly string[],
): AnswerEntry => ({ ...entry, group: 'clinic', followUps: followUps ?? [...usual] });

/** Dealt out like voices, so that no more than a part of an entry is held out when the scores are calibrated. */
const voices = 5;

/** A clinic writes a few ways where we have a hundred, so each counts for so many (docs/knowledge-base.md has figures). */
const weight = 3;

/**
 * What the matcher learns of a clinic's entries: the ways of asking, and the titles of new ones. `ours` are the ids
 * of ours: an answer that replaces one is found as before, so that a new price alone need not be learned.
 */
export const clinicLines = (clinics: ClinicEntries, ours: ReadonlySet<string>): readonly TrainingLine[] =>
  [...clinics.values()].flatMap(({ id, title, es, ways }) => {
    const titles = ours.has(id) ? [] : [title, ...(es ? [es.title] : [])];
    return [...titles, ...Object.values(ways).flat()].flatMap((text, at) =>
      Array.from({ length: weight }, () => ({ topic: id, text, voice: `clinic-${at % voices}` })),
    );
  });
