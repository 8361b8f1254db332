import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { artefactFolder, artefactNames, type Words } from './artefacts.ts';
import type { Clinic } from './clinic.ts';
import { createMatcher } from './faq/create-matcher.ts';
import type { FaqMatcher } from './faq/matcher.ts';
import { deserialise } from './faq/serialise.ts';
import type { Knowledge } from './knowledge.ts';
import { deserialiseRiskData } from './risk/artefact.ts';
import { createAssessor } from './risk/assessor.ts';

/** Reads what the build made. Throws one sentence with the mend where it is missing. */
export const openKnowledge = (clinic: Clinic): Knowledge => {
  const words = JSON.parse(read(artefactNames.words).toString()) as Words;
  const lexicon = read(artefactNames.riskLexicon).toString();
  return {
    risk: createAssessor(deserialiseRiskData({ lexicon, model: read(artefactNames.riskModel) })),
    entries: new Map(words.entries.map((entry) => [entry.id, entry])),
    matcher: openMatcher(words),
    helplines: words.helplines,
    texts: words.texts,
    clinic,
  };
};

/** Whatever stands on a button is understood when it comes back as text, in every language. */
const openMatcher = ({ entries, texts }: Words): FaqMatcher => {
  const titles = entries.flatMap(({ id, title, es }) => [
    [id, title] as const,
    ...(es ? [[id, es.title] as const] : []),
  ]);
  const waysIn = Object.values(texts).flatMap(({ conversation: { welcome } }) => [
    ['start-screening', welcome.choices.screening] as const,
    ['iop-definition', welcome.choices.question] as const,
    ['human', welcome.choices.human] as const,
  ]);
  return createMatcher(deserialise(read(artefactNames.matcher)), [...waysIn, ...titles]);
};

const read = (name: string): Buffer => {
  const file = join(artefactFolder(), name);
  if (!existsSync(file)) throw new Error(`${file} is missing: run "npm run build" first.`);
  return readFileSync(file);
};
