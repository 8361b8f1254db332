import { z } from 'zod';
import { entryId, wording, type AnswerEntry } from '../faq/entry.ts';
import { readYaml, type YamlFile } from '../faq/read-yaml.ts';

const words = { short: wording.short, full: wording.full };
const schema = z.strictObject({ id: entryId, ...words, es: z.strictObject(words) });

/** What an entry says instead while questions are kept: what the bot says of itself has to stay true. */
export type WhileKeeping = z.infer<typeof schema>;

export const readWhileKeeping = (files: readonly YamlFile[]): readonly WhileKeeping[] =>
  files.map((file) => readYaml(file, schema));

export const inWordsWhileKeeping = <T extends AnswerEntry>(
  entries: readonly T[],
  others: readonly WhileKeeping[],
): readonly T[] =>
  entries.map((entry) => {
    const other = others.find(({ id }) => id === entry.id);
    if (other === undefined || entry.es === undefined) return entry;
    return { ...entry, short: other.short, full: other.full, es: { ...entry.es, ...other.es } };
  });
