import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { artefactFolder, artefactNames, type Words } from './artefacts.ts';
import type { ClinicKnowledge } from './clinic-entries/clinic-knowledge.ts';
import type { Clinic } from './clinic.ts';
import { createMatcher } from './faq/create-matcher.ts';
import type { FaqMatcher } from './faq/matcher.ts';
import { deserialise } from './faq/serialise.ts';
import { KnowledgeFileError } from './knowledge-file-error.ts';
import type { Knowledge } from './knowledge.ts';
import { openLexicon, unpackModel } from './risk/artefact.ts';
import { createAssessor, type RiskAssessor } from './risk/assessor.ts';
import { inWordsWhileKeeping } from './unanswered/while-keeping.ts';
import { titlesOnly, undecidedModel } from './stand-ins.ts';

/** How a clinic's own knowledge differs from what the build made, and what to do where a file can't be read. */
export interface OpenOptions {
  readonly own?: ClinicKnowledge | undefined;
  /** Questions without an answer are kept, so the answers about privacy have to say it. */
  readonly keepsQuestions?: boolean;
  /** Where the build put its files, unless it is the usual place. */
  readonly folder?: string;
  /**
   * Told of a file that can't be read and can be done without: then danger is still answered, by a simpler part
   * in its place. Without it any such file is an error.
   */
  readonly onMissing?: (error: Error) => void;
}

/**
 * Reads what the build made, with a clinic's own answers where it has some. Throws one sentence with the mend where
 * it is missing or damaged.
 */
export const openKnowledge = (clinic: Clinic, options: OpenOptions = {}): Knowledge => {
  const built = read(artefactNames.words, options, (bytes) => JSON.parse(bytes.toString()) as Words);
  const entries = options.own?.entries ?? built.entries;
  const kept = options.keepsQuestions === true;
  const words = { ...built, entries: kept ? inWordsWhileKeeping(entries, built.whileKeeping) : entries };
  return {
    risk: openRisk(options),
    entries: new Map(words.entries.map((entry) => [entry.id, entry])),
    matcher: openMatcher(words, options),
    helplines: words.helplines,
    texts: words.texts,
    clinic,
  };
};

/** There is no judging without the lexicon; without the model its signs alone decide. */
const openRisk = (options: OpenOptions): RiskAssessor => {
  const lexicon = read(artefactNames.riskLexicon, options, (bytes) => openLexicon(bytes.toString()));
  const assessorOf = (bytes: Uint8Array) => createAssessor({ lexicon, model: unpackModel(bytes) });
  return orElse(
    options,
    () => read(artefactNames.riskModel, options, assessorOf),
    () => assessorOf(undecidedModel()),
  );
};

/** Whatever stands on a button is understood when it comes back as text, in every language. */
const openMatcher = ({ entries, texts }: Words, options: OpenOptions): FaqMatcher => {
  const titles = entries.flatMap(({ id, title, es }) => [
    [id, title] as const,
    ...(es ? [[id, es.title] as const] : []),
  ]);
  const waysIn = Object.values(texts).flatMap(({ conversation: { welcome } }) => [
    ['start-screening', welcome.choices.screening] as const,
    ['iop-definition', welcome.choices.question] as const,
    ['human', welcome.choices.human] as const,
  ]);
  const named = [...waysIn, ...titles];
  const { own } = options;
  if (own !== undefined) return createMatcher(own.model, named);
  const trained = (bytes: Buffer) => createMatcher(deserialise(bytes), named);
  return orElse(
    options,
    () => read(artefactNames.matcher, options, trained),
    () => titlesOnly(named),
  );
};

const orElse = <T>({ onMissing }: OpenOptions, open: () => T, standIn: () => T): T => {
  if (onMissing === undefined) return open();
  try {
    return open();
  } catch (error) {
    onMissing(error instanceof Error ? error : new Error(String(error)));
    return standIn();
  }
};

const read = <T>(name: string, { folder = artefactFolder() }: OpenOptions, make: (bytes: Buffer) => T): T => {
  const file = join(folder, name);
  const mend = `delete the folder ${folder} and run "npm run build".`;
  if (!existsSync(file)) throw new KnowledgeFileError(`${file} is missing: ${mend}`);
  try {
    return make(readFileSync(file));
  } catch (cause) {
    throw new KnowledgeFileError(`${file} is damaged: ${mend}`, { cause });
  }
};
