import { table } from '../table.ts';
import { runBench, type BenchSize } from './run-bench.ts';
import { tablesOf, writeReport } from './write-report.ts';

const full: BenchSize = {
  starts: 7,
  turns: { rounds: 11, turns: 300, alone: 60, warmUp: 6000 },
  conversations: { levels: [1, 1000, 10_000, 100_000], rounds: 7, turns: 300 },
  entries: [60, 500, 2000, 10_000],
  instances: { rounds: 5, turns: 2500 },
};
const quick: BenchSize = {
  starts: 2,
  turns: { rounds: 4, turns: 200, alone: 40, warmUp: 1500 },
  conversations: { levels: [1, 1000, 20_000], rounds: 3, turns: 300 },
  entries: [60, 1000],
  instances: { rounds: 2, turns: 1500 },
};

/** `--quick`: about two minutes, and only shown. Else up to twenty, and written to docs/performance.md. */
const isQuick = process.argv.includes('--quick');
const begun = performance.now();
const tell = (part: string): void => {
  process.stderr.write(`${((performance.now() - begun) / 1000).toFixed(0)} s: ${part}\n`);
};
const report = await runBench(isQuick ? quick : full, tell);
const shown = tablesOf(report).map(([, rows]) => table(rows));
process.stdout.write(`${[report.machine, ...report.missing, ...shown].join('\n\n')}\n`);
if (!isQuick) await writeReport(report);
tell('done');
