import type { AnswerEntry } from '../faq/entry.ts';
import { lintTitles } from '../faq/lint-titles.ts';
import { lintWording } from '../faq/lint-wording.ts';
import { idOf, named } from '../faq/read-entries.ts';
import { readYaml, type YamlFile } from '../faq/read-yaml.ts';
import { ClinicEntryError } from './clinic-entry-error.ts';
import { clinicEntrySchema, lacks, type ClinicEntry } from './clinic-entry.ts';
import { readClinicFolder } from './read-clinic-folder.ts';

export type ClinicEntries = ReadonlyMap<string, ClinicEntry>;

/** What must not be said, or not be missing, in any answer; the rest of the lint is for `npm run kb`. */
const refused: ReadonlySet<string> = new Set(['carrier-word', 'place', 'danger-line']);

/**
 * A clinic's own entries by id. Throws a ClinicEntryError of one sentence for the first file at fault: nothing is
 * left out in silence, and nothing of ours is lost.
 */
export const openClinicEntries = (folder: string, ours: readonly AnswerEntry[]): ClinicEntries => {
  const byId = new Map(ours.map((entry) => [entry.id, entry]));
  const entries = new Map<string, ClinicEntry>();
  for (const file of readClinicFolder(folder)) {
    const entry = readOne(file);
    if (entries.has(entry.id))
      throw new ClinicEntryError(`${file.name}: id: "${entry.id}" stands in two files. Keep one of them.`);
    refuse(file, faultsOf(entry, byId.get(entry.id)));
    entries.set(entry.id, entry);
  }
  for (const [name, faults] of linkFaults(entries, ours)) refuse({ name }, faults);
  return entries;
};

const readOne = (file: YamlFile): ClinicEntry => {
  try {
    return named(file, readYaml(file, clinicEntrySchema));
  } catch (cause) {
    throw new ClinicEntryError(cause instanceof Error ? cause.message : idOf(file), { cause });
  }
};

const refuse = ({ name }: Pick<YamlFile, 'name'>, faults: readonly string[]): void => {
  if (faults.length > 0) throw new ClinicEntryError(faults.map((fault) => `${name}: ${fault}`).join(' '));
};

const faultsOf = (entry: ClinicEntry, ours: AnswerEntry | undefined): readonly string[] => [
  ...lacks(entry, ours === undefined),
  ...(ours !== undefined && isKept(ours)
    ? [`id: "${entry.id}" is an answer that no clinic may change. Take another id.`]
    : []),
  ...lintWording(entry)
    .filter(({ rule }) => refused.has(rule))
    .map(({ field, message }) => `${field}: ${message}`),
];

/** What the bot says of itself has to stay true, and whom to call about medicines has to stay there. */
const isKept = ({ id, group }: AnswerEntry): boolean =>
  group === 'conversation' || id === 'medication-questions';

/** What is only seen among all entries: next questions that nobody answers, and titles that stand twice. */
const linkFaults = (
  entries: ClinicEntries,
  ours: readonly AnswerEntry[],
): readonly (readonly [file: string, faults: readonly string[]])[] => {
  const others = ours.filter(({ id }) => !entries.has(id));
  const known = new Set([...others.map(({ id }) => id), ...entries.keys()]);
  const titles = lintTitles([...others, ...entries.values()]);
  return [...entries.values()].map((entry) => [
    `${entry.id}.yaml`,
    [
      ...lostFollowUps(entry, known),
      ...titles
        .filter((finding) => finding.entry === entry.id)
        .map(({ field, message }) => `${field}: ${message}`),
    ],
  ]);
};

const lostFollowUps = ({ id, followUps = [] }: ClinicEntry, known: ReadonlySet<string>): readonly string[] =>
  followUps
    .filter((next) => next === id || !known.has(next))
    .map((next) => `followUps: names ${next}. Name another entry that exists.`);
