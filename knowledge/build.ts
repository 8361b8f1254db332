import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { artefactFolder, artefactNames, type Words } from './artefacts.ts';
import { readEnglishWords } from './english-words.ts';
import type { Entry } from './faq/entry.ts';
import { readFacts, sourcesOf } from './faq/fact.ts';
import { readEntries } from './faq/read-entries.ts';
import { serialise } from './faq/serialise.ts';
import { trainMatcher } from './faq/train-matcher.ts';
import { fingerprint } from './fingerprint.ts';
import { readHelplines } from './helplines/helplines.ts';
import { projectRoot } from './project-root.ts';
import { readMatcherSources } from './read-matcher-sources.ts';
import { harmlessLines, titleLines } from './harmless-lines.ts';
import { readRiskSources } from './read-risk-sources.ts';
import { serialiseRiskData } from './risk/artefact.ts';
import { trainRiskModel } from './risk/train.ts';
import { readTexts } from './texts/texts.ts';

const folder = (name: string): string => join(projectRoot(), 'knowledge', name);
const write = (name: string, content: string | Uint8Array): void =>
  writeFileSync(join(artefactFolder(), name), content);

const openEntries = (): ReadonlyMap<string, Entry> => {
  const names = readdirSync(folder('faq/entries')).filter((name) => name.endsWith('.yaml'));
  const files = names
    .toSorted()
    .map((name) => ({ name, text: readFileSync(join(folder('faq/entries'), name), 'utf8') }));
  return readEntries(files);
};

/** Checks everything that people read and puts it where the service finds it at start. */
const buildWords = (): void => {
  const facts = readFacts(readFileSync(folder('faq/facts.json'), 'utf8'));
  const words: Words = {
    entries: [...openEntries().values()].map(({ ways: _, ...entry }) => ({
      ...entry,
      sources: sourcesOf(entry, facts),
    })),
    helplines: readHelplines(readFileSync(join(folder('helplines'), 'helplines.yaml'), 'utf8')),
    texts: readTexts(folder('texts')),
  };
  write(artefactNames.words, JSON.stringify(words));
};

const buildMatcher = (): void =>
  write(
    artefactNames.matcher,
    serialise(trainMatcher(readMatcherSources(folder('faq'), readEnglishWords()))),
  );

const buildRisk = (): void => {
  const { lexicon, lines } = readRiskSources(folder('risk'));
  const all = [
    ...lines,
    ...harmlessLines(readMatcherSources(folder('faq'), [])),
    ...titleLines(openEntries()),
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
} catch (error) {
  process.stderr.write(
    `The knowledge can not be built. ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = 1;
}
