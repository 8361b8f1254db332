import { isMap, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';

/** `name` is the file's name without its folder: `iop-hours.yaml`. */
export interface YamlFile {
  readonly name: string;
  readonly text: string;
}

type Issue = z.core.$ZodIssue;

/** Checks a YAML file against a schema. The error is one sentence a fault: file, line, field and the mend. */
export const readYaml = <T>(file: YamlFile, schema: z.ZodType<T>): T => {
  const lines = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: lines });
  const [fault] = document.errors;
  if (fault !== undefined) throw notYaml(file, fault.linePos?.[0].line ?? 1, fault);
  const parsed = schema.safeParse(toPlain(file, document));
  if (parsed.success) return parsed.data;
  throw new Error(parsed.error.issues.map((issue) => explain(file, document, lines, issue)).join(' '));
};

const notYaml = ({ name }: YamlFile, line: number, cause: unknown): Error =>
  new Error(`${name}: line ${line} is not YAML. Put the text in quotes, or check the spaces before it.`, {
    cause,
  });

/** A file may name a part of itself again and again; the library stops that, and so does this. */
const toPlain = (file: YamlFile, document: Document): unknown => {
  try {
    return document.toJS();
  } catch (cause) {
    throw new Error(`${file.name}: uses "*" names that do not work. Write the texts out.`, { cause });
  }
};

const explain = ({ name }: YamlFile, document: Document, lines: LineCounter, issue: Issue): string => {
  const place = placeOf(document, issue);
  const where = place === undefined ? name : `${name}, line ${lines.linePos(place).line}`;
  return `${where}: ${issue.path.join('.') || 'the file'}: ${problemOf(issue)}`;
};

/** Where the fault stands in the text; undefined where what is missing stands nowhere. */
const placeOf = (document: Document, issue: Issue): number | undefined => {
  const node: unknown = document.getIn(issue.path.map(toKey), true);
  if (issue.code === 'unrecognized_keys' && isMap(node)) {
    const found = node.items.find(({ key }) => isScalar(key) && issue.keys.includes(String(key.value)));
    return isScalar(found?.key) ? found.key.range?.[0] : undefined;
  }
  return isScalar(node) || isMap(node) ? node.range?.[0] : undefined;
};

const toKey = (key: PropertyKey): string | number => (typeof key === 'symbol' ? '' : key);

const problemOf = (issue: Issue): string => {
  if (issue.code === 'unrecognized_keys')
    return `has no field "${issue.keys.join('", "')}". Remove it or mend its name.`;
  if (issue.code === 'too_big' && issue.origin === 'array')
    return `has more than ${issue.maximum}. Shorten the list.`;
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
