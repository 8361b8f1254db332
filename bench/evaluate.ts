import { existsSync, readFileSync } from 'node:fs';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { openKnowledge } from '../knowledge/open.ts';
import { evaluateFaq } from './evaluate-faq.ts';
import { withPeers } from './evaluate-peers.ts';
import { evaluateRisk } from './evaluate-risk.ts';
import { exampleClinic } from './example-clinic.ts';
import { writeSafetyReport } from './risk/report.ts';
import { table } from './table.ts';

/** What one set measures; `figures` is the last line that is printed, as JSON. */
export interface Evaluation {
  readonly rows: readonly (readonly string[])[];
  /** Further tables, below the first. */
  readonly more?: readonly (readonly (readonly string[])[])[];
  readonly figures: object;
}

/** What may be asked for besides the figures. */
export interface Wishes {
  /** Texts of rows that went wrong, beside their ids. */
  readonly show: boolean;
  /** Other matchers on the same questions. */
  readonly peers?: boolean;
}

const usage = `Use: npm run -s evaluate -- faq|risk FILE [--show]
 or: npm run -s evaluate -- faq FILE --peers       (other matchers on the same lines; takes minutes)
 or: npm run -s evaluate -- risk FILE… --report   (writes docs/safety-report.md)
Each line of a FILE is JSON: { id, text, accept: [ … ] }. --show prints the texts of misses.`;
type Evaluate = (
  lines: readonly string[],
  knowledge: Knowledge,
  wishes: Wishes,
) => Evaluation | Promise<Evaluation>;
const faq: Evaluate = (lines, knowledge, wishes) => {
  const evaluation = evaluateFaq(lines, knowledge, wishes);
  return wishes.peers ? withPeers(evaluation, lines) : evaluation;
};
const evaluations: Readonly<Record<string, Evaluate>> = { faq, risk: evaluateRisk };

const main = async (args: readonly string[]): Promise<number> => {
  const [kind = '', ...files] = args.filter((arg) => !arg.startsWith('--'));
  const flags = args.filter((arg) => arg.startsWith('--'));
  const report = flags.includes('--report');
  const fits = report ? kind === 'risk' : files.length === 1;
  const known = flags.every((flag) => ['--show', kind === 'faq' ? '--peers' : '--report'].includes(flag));
  const evaluate = Object.hasOwn(evaluations, kind) ? evaluations[kind] : undefined;
  if (evaluate === undefined || files.length === 0 || !fits || !known) return fail(usage);
  const missing = files.find((file) => !existsSync(file));
  if (missing !== undefined) return fail(`There is no file ${missing}.\n${usage}`);
  const knowledge = openKnowledge(exampleClinic);
  const evaluation = report
    ? writeSafetyReport(
        files.map((file) => ({ file, lines: linesOf(file) })),
        knowledge,
      )
    : await evaluate(linesOf(files[0] ?? ''), knowledge, {
        show: flags.includes('--show'),
        peers: flags.includes('--peers'),
      });
  print(evaluation);
  return 0;
};

const linesOf = (file: string): readonly string[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');

const print = ({ rows, more = [], figures }: Evaluation): void => {
  const tables = [rows, ...more].map(table).join('\n\n');
  process.stdout.write(`${tables}\n\n${JSON.stringify(figures)}\n`);
};

const fail = (message: string): number => {
  process.stderr.write(`${message}\n`);
  return 1;
};

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.exitCode = fail(error instanceof Error ? error.message : String(error));
}
