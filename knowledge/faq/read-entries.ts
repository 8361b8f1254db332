import { parseDocument } from 'yaml';
import type { z } from 'zod';
import { entrySchema, type Entry } from './entry.ts';

/** `name` is the file's name without its folder: `iop-hours.yaml`. */
export interface EntryFile {
  readonly name: string;
  readonly text: string;
}

type Issue = z.core.$ZodIssue;

/** The entries by id. An error names the file, the field and how to mend it. */
export const readEntries = (files: readonly EntryFile[]): Map<string, Entry> =>
  new Map(files.map((file) => [idOf(file), readEntry(file)]));

const idOf = ({ name }: EntryFile): string => name.replace(/\.ya?ml$/, '');

const readEntry = (file: EntryFile): Entry => {
  const parsed = entrySchema.safeParse(parseYaml(file));
  if (!parsed.success) throw new Error(`${file.name}: ${parsed.error.issues.map(explain).join(' ')}`);
  const { id } = parsed.data;
  if (id === idOf(file)) return parsed.data;
  throw new Error(`${file.name}: id is "${id}". Write "id: ${idOf(file)}" or name the file ${id}.yaml.`);
};

const parseYaml = ({ name, text }: EntryFile): unknown => {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error === undefined) return document.toJS();
  const line = error.linePos?.[0].line ?? 1;
  throw new Error(
    `${name}: line ${line} is not YAML. Put the text in quotes, or check the spaces before it.`,
    {
      cause: error,
    },
  );
};

const explain = (issue: Issue): string => `${issue.path.join('.') || 'the file'}: ${problemOf(issue)}`;

const problemOf = (issue: Issue): string => {
  if (issue.code === 'unrecognized_keys')
    return `has no field "${issue.keys.join('", "')}". Remove it or mend its name.`;
  if (issue.code === 'too_big') return `is longer than ${issue.maximum} characters. Shorten it.`;
  if (issue.code === 'too_small') return 'is empty. Write a text.';
  if (issue.code === 'invalid_value') return `is none of ${issue.values.join(', ')}. Take one of them.`;
  if (issue.code === 'invalid_type') return `should be ${nameOf(issue.expected)}. Add it or mend it.`;
  return `${issue.message}. Mend it.`;
};

const nameOf = (type: string): string => {
  if (type === 'array') return 'a list';
  if (type === 'object' || type === 'record') return 'a group of fields';
  return type === 'string' ? 'a text' : type;
};
