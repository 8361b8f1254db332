import { parse } from 'yaml';
import type { AnswerMeanings, Concept, Lexicon, Rule } from './lexicon.ts';
import type { RiskModel } from './model.ts';
import { checkPatterns, checkRules } from './lexicon-checks.ts';
import { lexiconFileSchema, type LexiconPart } from './lexicon-file.ts';
import { elementsOf, type Element } from './pattern.ts';

/** What the assessor is made of: plain data, read and checked before. */
export interface RiskData {
  readonly lexicon: Lexicon;
  readonly model: RiskModel;
}

/** One file of the lexicon: `name` is its file name, `content` its YAML text. */
export interface LexiconFile {
  readonly name: string;
  readonly content: string;
}

const partOf = ({ name, content }: LexiconFile): LexiconPart => {
  const parsed = lexiconFileSchema.safeParse(parse(content) ?? {});
  if (parsed.success) return parsed.data;
  const first = parsed.error.issues[0];
  throw new Error(`${name}: ${first?.path.join(' → ') ?? 'the file'}: ${first?.message ?? 'is not valid'}`);
};

const wordList = (members: string | readonly string[]): readonly string[] =>
  (typeof members === 'string' ? [members] : members).flatMap((row) => row.trim().split(/\s+/));

const patternLines = (block: string): readonly string[] =>
  block
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));

const extraPatterns = (
  parts: readonly (LexiconPart & { name: string })[],
  known: ReadonlySet<string>,
): ReadonlyMap<string, readonly string[]> => {
  const extra = new Map<string, readonly string[]>();
  for (const { name, more } of parts)
    for (const [concept, block] of Object.entries(more)) {
      if (!known.has(concept))
        throw new Error(`${name}: more for ${concept}, but there is no such concept; mend the name`);
      extra.set(concept, [...(extra.get(concept) ?? []), ...patternLines(block)]);
    }
  return extra;
};

const parsedPatterns = (concept: string, lines: readonly string[]): readonly (readonly Element[])[] =>
  lines.map((line) => {
    try {
      return elementsOf(line);
    } catch (cause) {
      throw new Error(`concept ${concept}: ${cause instanceof Error ? cause.message : 'cannot be read'}`, {
        cause,
      });
    }
  });

const addUnique = <T>(
  into: Map<string, T>,
  file: string,
  kind: string,
  entries: readonly (readonly [string, T])[],
): void => {
  for (const [name, value] of entries) {
    if (into.has(name)) throw new Error(`${file}: the ${kind} ${name} stands in another file too; keep one`);
    into.set(name, value);
  }
};

const rulesOf = (parts: readonly LexiconPart[]): readonly Rule[] =>
  parts
    .flatMap((part) => part.rules)
    .map((rule) => ({
      ...rule,
      all: rule.all.map((group) => (typeof group === 'string' ? [group] : group)),
    }));

const answersOf = (parts: readonly LexiconPart[]): AnswerMeanings => {
  const answers = parts.find((part) => part.answers !== undefined)?.answers;
  if (answers === undefined)
    throw new Error('no file of the lexicon says what short answers mean; add answers to answers.yaml');
  return answers;
};

type NamedPart = LexiconPart & { readonly name: string };

const classesOf = (parts: readonly NamedPart[]): ReadonlyMap<string, readonly string[]> => {
  const classes = new Map<string, readonly string[]>();
  for (const { name, classes: own } of parts)
    addUnique(
      classes,
      name,
      'class',
      Object.entries(own).map(([id, members]) => [id, wordList(members)] as const),
    );
  return classes;
};

const conceptsOf = (parts: readonly NamedPart[]): readonly Concept[] => {
  const concepts = new Map<string, LexiconPart['concepts'][string]>();
  for (const { name, concepts: own } of parts) addUnique(concepts, name, 'concept', Object.entries(own));
  const extra = extraPatterns(parts, new Set(concepts.keys()));
  return [...concepts].map(([id, concept]) => ({
    id,
    ...concept,
    patterns: parsedPatterns(id, [...patternLines(concept.patterns), ...(extra.get(id) ?? [])]),
  }));
};

/** Reads and checks the lexicon. Throws an error that names the file, the place and what to mend. */
export const readLexicon = (files: readonly LexiconFile[]): Lexicon => {
  const parts = files.map((file) => ({ name: file.name, ...partOf(file) }));
  const lexicon = {
    answers: answersOf(parts),
    classes: classesOf(parts),
    concepts: conceptsOf(parts),
    rules: rulesOf(parts),
    protectedWords: parts.flatMap((part) => part.protected),
  };
  checkPatterns(lexicon);
  checkRules(lexicon);
  return lexicon;
};
