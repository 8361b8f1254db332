import { join } from 'node:path';
import { artefactNames, readArtefact } from '../artefacts.ts';
import { addClinicEntries } from '../clinic-entries/add-clinic-entries.ts';
import type { ClinicEntry } from '../clinic-entries/clinic-entry.ts';
import { openClinicEntries, type ClinicEntries } from '../clinic-entries/open-clinic-entries.ts';
import type { Entry } from '../faq/entry.ts';
import { textFields, type Spoken } from '../faq/lint-fields.ts';
import type { Finding } from '../faq/lint.ts';
import { lintTexts } from '../faq/lint-texts.ts';
import { lintSharedWays } from '../faq/lint-ways.ts';
import { lintWording } from '../faq/lint-wording.ts';
import { deserialiseRiskData } from '../risk/artefact.ts';
import { createAssessor, type RiskAssessor } from '../risk/assessor.ts';
import type { Placed } from './lint-base.ts';

/** With fewer, people who ask in other words are often not understood (docs/knowledge-base.md has figures). */
const goodWays = 15;

/**
 * What could be better in a clinic's own folder. Throws a ClinicEntryError for what can not be used at all; the rest
 * is the clinic's choice, so all findings are warnings.
 */
export const lintClinic = (folder: string, ours: ReadonlyMap<string, Entry>): readonly Placed[] => {
  const clinics = openClinicEntries(folder, [...ours.values()]);
  const assessor = openAssessor();
  const answers = addClinicEntries([], clinics);
  const found = [
    ...answers.flatMap((answer) => [
      ...lintTexts(answer),
      ...lintWording(answer),
      ...dangerTitles(answer, assessor),
    ]),
    ...[...clinics.values()].flatMap((entry) => fewWays(entry, ours)),
    ...lintSharedWays(together(clinics, ours)).filter(({ entry }) => clinics.has(entry)),
  ];
  return found.map((finding) => ({
    ...finding,
    file: join(folder, `${finding.entry}.yaml`),
    warning: true,
  }));
};

const openAssessor = (): RiskAssessor =>
  createAssessor(
    deserialiseRiskData({
      lexicon: readArtefact(artefactNames.riskLexicon).toString(),
      model: readArtefact(artefactNames.riskModel),
    }),
  );

/** The detector reads every message, and so the words of a button too. It learns nothing from a clinic's lines. */
const dangerTitles = (entry: Spoken, assessor: RiskAssessor): readonly Finding[] =>
  textFields(entry)
    .filter(({ name, text }) => name === 'title' && assessor.assess(text).tier !== 'none')
    .map(({ field }) => ({
      entry: entry.id,
      field,
      rule: 'danger-title',
      message: 'sounds like danger, so that pressing it brings the crisis help first. Word it another way.',
    }));

const fewWays = ({ id, ways }: ClinicEntry, ours: ReadonlyMap<string, Entry>): readonly Finding[] => {
  const count = Object.values(ways).flat().length;
  if (ours.has(id) || count >= goodWays) return [];
  const message = `has ${count}. ${goodWays} or more are found much better.`;
  return [{ entry: id, field: 'ways', rule: 'few-ways', message }];
};

/** Ours first, so that what stands twice is found in the clinic's file. */
const together = (clinics: ClinicEntries, ours: ReadonlyMap<string, Entry>) => [
  ...[...ours.values()].filter(({ id }) => !clinics.has(id)),
  ...clinics.values(),
];
