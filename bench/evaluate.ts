import { existsSync, readFileSync } from 'node:fs';
import { openKnowledge } from '../knowledge/open.ts';
import { evaluateFaq } from './evaluate-faq.ts';
import { evaluateRisk } from './evaluate-risk.ts';
import { exampleClinic } from './example-clinic.ts';
import { table } from './table.ts';

/** What one set measures; `figures` is the last line that is printed, as JSON. */
export interface Evaluation {
  readonly rows: readonly (readonly string[])[];
  readonly figures: object;
}

const usage = 'Use: npm run -s evaluate -- faq|risk FILE (JSONL; each line { id, text, accept: [ … ] })';
const evaluations = { faq: evaluateFaq, risk: evaluateRisk } as const;

const main = (args: readonly string[]): number => {
  const [kind = '', file = ''] = args;
  if (!Object.hasOwn(evaluations, kind) || file === '') return fail(usage);
  if (!existsSync(file)) return fail(`There is no file ${file}. ${usage}`);
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const evaluation = evaluations[kind as keyof typeof evaluations](lines, openKnowledge(exampleClinic));
  process.stdout.write(`${table(evaluation.rows)}\n${JSON.stringify(evaluation.figures)}\n`);
  return 0;
};

const fail = (message: string): number => {
  process.stderr.write(`${message}\n`);
  return 1;
};

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  process.exitCode = fail(error instanceof Error ? error.message : String(error));
}
