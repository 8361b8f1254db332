import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { YamlFile } from './faq/read-yaml.ts';

/** The YAML files of one of our own folders, by name. For the build, the curators' commands and tests. */
export const readFolder = (folder: string): readonly YamlFile[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
