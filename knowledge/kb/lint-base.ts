import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Entry } from '../faq/entry.ts';
import { readFacts } from '../faq/fact.ts';
import { lintEntries, type Finding } from '../faq/lint.ts';
import { lintTexts } from '../faq/lint-texts.ts';
import { lintWording } from '../faq/lint-wording.ts';
import { readEntries } from '../faq/read-entries.ts';
import { readFolder } from '../read-folder.ts';
import { inWordsWhileKeeping, readWhileKeeping } from '../unanswered/while-keeping.ts';

/** A finding with the path of its file, from the project's folder. */
export interface Placed extends Finding {
  readonly file: string;
}

const runsSchema = z.object({ runs: z.array(z.string()) });

/** All that the lint has to say of our own base (`folder` is `knowledge`). Throws where a file can not be read. */
export const lintBase = (folder: string): readonly Placed[] => {
  const read = (name: string): string => readFileSync(join(folder, 'faq', name), 'utf8');
  const entries = readEntries(readFolder(join(folder, 'faq/entries')));
  const { runs } = runsSchema.parse(JSON.parse(read('article-runs.json')));
  const found = lintEntries(entries, readFacts(read('facts.json')), new Set(runs));
  const placeOf = ({ entry }: Finding): string =>
    join('knowledge/faq', entry.endsWith('.json') ? entry : `entries/${entry}.yaml`);
  return [
    ...found.map((finding) => ({ ...finding, file: placeOf(finding) })),
    ...lintWhileKeeping(folder, entries),
  ];
};

/** The words for clinics that keep questions stand apart from their entries, and have to be as good. */
const lintWhileKeeping = (folder: string, entries: ReadonlyMap<string, Entry>): readonly Placed[] => {
  const others = readWhileKeeping(readFolder(join(folder, 'unanswered/entries')));
  const fileOf = (id: string): string => `knowledge/unanswered/entries/${id}.yaml`;
  const lost = others.filter(({ id }) => !entries.has(id));
  const changed = others.flatMap(({ id }) => entries.get(id) ?? []);
  return [
    ...lost.map(({ id }) => ({
      entry: id,
      file: fileOf(id),
      field: 'id',
      rule: 'unknown-entry',
      message: `names ${id}. Name an entry that exists.`,
    })),
    ...inWordsWhileKeeping(changed, others).flatMap((entry) =>
      [...lintTexts(entry), ...lintWording(entry)].map((finding) => ({ ...finding, file: fileOf(entry.id) })),
    ),
  ];
};
