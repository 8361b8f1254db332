import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { YamlFile } from '../faq/read-yaml.ts';
import { ClinicEntryError } from './clinic-entry-error.ts';

const largestFile = 100_000;
const mostFiles = 500;

/** The folder's YAML files. Hidden files, folders and notes (`.md`) are left alone; anything else is taken for a slip. */
export const readClinicFolder = (folder: string): readonly YamlFile[] => {
  const names = namesIn(folder).filter((name) => !/^\.|\.md$/i.test(name));
  const files = names.filter(
    (name) => !statSync(join(folder, name), { throwIfNoEntry: false })?.isDirectory(),
  );
  const [other] = files.filter((name) => !/\.ya?ml$/.test(name));
  if (other !== undefined)
    throw new ClinicEntryError(`${folder}: ${other} is no .yaml file. Rename it or move it away.`);
  if (files.length === 0)
    throw new ClinicEntryError(`${folder} has no .yaml file. Write an entry, or leave KNOWLEDGE_DIR empty.`);
  if (files.length > mostFiles)
    throw new ClinicEntryError(`${folder} has ${files.length} entries, and ${mostFiles} are the most.`);
  return files.toSorted().map((name) => ({ name, text: readSmall(folder, name) }));
};

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder);
  } catch (cause) {
    const mend = 'Mend the path, or leave KNOWLEDGE_DIR empty.';
    throw new ClinicEntryError(`${folder} is no folder that can be read. ${mend}`, { cause });
  }
};

const readSmall = (folder: string, name: string): string => {
  try {
    return readUpTo(join(folder, name), name);
  } catch (cause) {
    if (cause instanceof ClinicEntryError) throw cause;
    throw new ClinicEntryError(`${name}: can not be read. Give this user the right to, or mend the link.`, {
      cause,
    });
  }
};

const readUpTo = (file: string, name: string): string => {
  const kilobytes = Math.ceil(statSync(file).size / 1000);
  if (kilobytes > largestFile / 1000)
    throw new ClinicEntryError(
      `${name}: has ${kilobytes} KB, and ${largestFile / 1000} KB are the most. Write one entry a file.`,
    );
  return readFileSync(file, 'utf8');
};
