import { entrySchema, type Entry } from './entry.ts';
import { readYaml, type YamlFile } from './read-yaml.ts';

/** The entries by id. An error names the file, the field and how to mend it. */
export const readEntries = (files: readonly YamlFile[]): Map<string, Entry> =>
  new Map(files.map((file) => [idOf(file), named(file, readYaml(file, entrySchema))]));

export const idOf = ({ name }: YamlFile): string => name.replace(/\.ya?ml$/, '');

/** An entry stands in the file that is named after it. */
export const named = <T extends { readonly id: string }>(file: YamlFile, entry: T): T => {
  const { id } = entry;
  if (id === idOf(file)) return entry;
  throw new Error(`${file.name}: id is "${id}". Write "id: ${idOf(file)}" or name the file ${id}.yaml.`);
};
