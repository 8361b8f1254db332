import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clinicLines } from '../clinic-entries/add-clinic-entries.ts';
import { openClinicEntries } from '../clinic-entries/open-clinic-entries.ts';
import { readEnglishWords } from '../english-words.ts';
import { readEntries } from '../faq/read-entries.ts';
import type { MatcherSources } from '../faq/train-matcher.ts';
import { projectRoot } from '../project-root.ts';
import { readEnvironment } from '../read-environment.ts';
import { readFolder } from '../read-folder.ts';
import { readMatcherSources } from '../read-matcher-sources.ts';
import { readKeptQuestion } from '../unanswered/kept-question.ts';
import { confusionsOf, foldCount } from './confusions.ts';
import { gapsOf } from './gaps.ts';
import { lintBase } from './lint-base.ts';
import { lintClinic } from './lint-clinic.ts';

const usage = `npm run kb                    looks through the answers (and KNOWLEDGE_DIR) for mistakes
npm run kb -- confusions      which answers are taken for each other (some minutes)
npm run kb -- gaps [FILE]     questions without an answer, where KEEP_UNANSWERED=scrubbed keeps them`;

const base = join(projectRoot(), 'knowledge');
const print = (...lines: readonly string[]): void => void process.stdout.write(`${lines.join('\n')}\n`);
const ours = () => readEntries(readFolder(join(base, 'faq/entries')));
const clinicFolder = (): string | undefined => readEnvironment()['KNOWLEDGE_DIR'] || undefined;

/** Exit code 1 where something has to be mended; warnings are only told. */
const lint = (): number => {
  const folder = clinicFolder();
  const found = [...lintBase(base), ...(folder === undefined ? [] : lintClinic(folder, ours()))];
  const errors = found.filter(({ warning }) => !warning);
  const warnings = found.filter(({ warning }) => warning);
  for (const { file, field, message } of errors) print(`${file}: ${field}: ${message}`);
  for (const { file, field, message } of warnings) print(`warning: ${file}: ${field}: ${message}`);
  print(`${errors.length} to mend, ${warnings.length} to look at.`);
  return errors.length > 0 ? 1 : 0;
};

const mostExamples = 5;
const mostPairs = 40;

const confusions = (): number => {
  process.stderr.write(`Trains the matcher ${foldCount} times, each without some voices: some minutes.\n`);
  const found = confusionsOf(withClinic(readMatcherSources(join(base, 'faq'), readEnglishWords())), (fold) =>
    process.stderr.write(`${fold + 1} of ${foldCount}\n`),
  );
  for (const { asked, taken, questions } of found.slice(0, mostPairs)) {
    print(`${questions.length} about ${asked} taken for ${taken}:`);
    print(...questions.slice(0, mostExamples).map((text) => `  ${text}`));
  }
  const all = found.reduce((sum, { questions }) => sum + questions.length, 0);
  print(`${all} questions in ${found.length} pairs.`);
  return 0;
};

const withClinic = (sources: MatcherSources): MatcherSources => {
  const folder = clinicFolder();
  if (folder === undefined) return sources;
  const entries = ours();
  const lines = clinicLines(openClinicEntries(folder, [...entries.values()]), new Set(entries.keys()));
  const { training } = sources;
  return { ...sources, training: { ...training, lines: [...training.lines, ...lines] } };
};

const gaps = (file = 'data/unanswered.jsonl'): number => {
  if (!existsSync(file)) return fail(`There is no file ${file}. Set KEEP_UNANSWERED=scrubbed to have one.`);
  const questions = readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => readKeptQuestion(line) ?? []);
  for (const { topic, questions: asked } of gapsOf(questions)) {
    print(`${asked.length} near ${topic}:`);
    print(...new Set(asked.map(({ text, language }) => `  ${text} (${language})`)));
  }
  print(`${questions.length} questions without an answer.`);
  return 0;
};

const fail = (message: string): number => {
  process.stderr.write(`${message}\n`);
  return 1;
};

const main = ([command = 'lint', file]: readonly string[]): number => {
  if (command === 'lint') return lint();
  if (command === 'confusions') return confusions();
  return command === 'gaps' ? gaps(file) : fail(usage);
};

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  process.exitCode = fail(error instanceof Error ? error.message : String(error));
}
