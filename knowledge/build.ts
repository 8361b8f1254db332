import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { artefactFolder, artefactNames, type Words } from './artefacts.ts';
import { readEnglishWords } from './english-words.ts';
import { openClinicKnowledge } from './clinic-entries/clinic-knowledge.ts';
import type { Entry } from './faq/entry.ts';
import { readFacts, sourcesOf } from './faq/fact.ts';
import { readEntries } from './faq/read-entries.ts';
import { serialise } from './faq/serialise.ts';
import { trainMatcher } from './faq/train-matcher.ts';
import { fingerprint } from './fingerprint.ts';
import { readHelplines } from './helplines/helplines.ts';
import { projectRoot } from './project-root.ts';
import { readEnvironment } from './read-environment.ts';
import { readFolder } from './read-folder.ts';
import { readMatcherSources } from './read-matcher-sources.ts';
import { buttonLines, harmlessLines } from './harmless-lines.ts';
import { readRiskSources } from './read-risk-sources.ts';
import { serialiseRiskData } from './risk/artefact.ts';
import { trainRiskModel } from './risk/train.ts';
import { readTexts } from './texts/texts.ts';
import { readWhileKeeping } from './unanswered/while-keeping.ts';

const folder = (name: string): string => join(projectRoot(), 'knowledge', name);
const write = (name: string, content: string | Uint8Array): void =>
  writeFileSync(join(artefactFolder(), name), content);

const openEntries = (): ReadonlyMap<string, Entry> => readEntries(readFolder(folder('faq/entries')));

/** Checks everything that people read and puts it where the service finds it at start. */
const buildWords = (): void => {
  const facts = readFacts(readFileSync(folder('faq/facts.json'), 'utf8'));
  const words: Words = {
    entries: [...openEntries().values()].map(({ ways: _, ...entry }) => ({
      ...entry,
      sources: sourcesOf(entry, facts),
    })),
    whileKeeping: readWhileKeeping(readFolder(folder('unanswered/entries'))),
    helplines: readHelplines(readFileSync(join(folder('helplines'), 'helplines.yaml'), 'utf8')),
    texts: readTexts(folder('texts')),
  };
  write(artefactNames.words, JSON.stringify(words));
};

const buildMatcher = (): void => {
  const sources = readMatcherSources(folder('faq'), readEnglishWords());
  write(artefactNames.matcher, serialise(trainMatcher(sources)));
  write(artefactNames.matcherSources, JSON.stringify(sources));
};

const buildRisk = (): void => {
  const { lexicon, lines } = readRiskSources(folder('risk'));
  const all = [
    ...lines,
    ...harmlessLines(readMatcherSources(folder('faq'), [])),
    ...buttonLines(openEntries(), readTexts(folder('texts'))),
  ];
  const artefact = serialiseRiskData({ lexicon, model: trainRiskModel(all, lexicon) });
  write(artefactNames.riskLexicon, artefact.lexicon);
  write(artefactNames.riskModel, artefact.model);
};

/** Training takes some seconds, so it is done again only when its data or code changed. */
const unlessDone = (name: string, folders: readonly string[], build: () => void): void => {
  const mark = join(artefactFolder(), `${name}.fingerprint`);
  const now = fingerprint(folders.map(folder));
  if (existsSync(mark) && readFileSync(mark, 'utf8') === now) return;
  build();
  writeFileSync(mark, now);
};

try {
  mkdirSync(artefactFolder(), { recursive: true });
  buildWords();
  unlessDone('matcher', ['faq', 'language'], buildMatcher);
  unlessDone('risk', ['risk', 'faq', 'language'], buildRisk);
  const { KNOWLEDGE_DIR } = readEnvironment();
  if (KNOWLEDGE_DIR) openClinicKnowledge(KNOWLEDGE_DIR);
} catch (error) {
  process.stderr.write(
    `The knowledge can not be built. ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = 1;
}
