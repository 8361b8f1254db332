import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { PostgresServer } from '../../test/support/postgres-server.ts';
import { measureConversations, type GrowthSize } from './conversations-growth.ts';
import { measureEntries } from './entries-growth.ts';
import { measureInstances } from './instances.ts';
import type { Report } from './report.ts';
import { measureRounds, type RoundSize, type Sample } from './rounds.ts';
import { measureStarts } from './starts.ts';
import { SubjectProcess } from './subject-process.ts';
import { missingPackage, otherSubjects, ourService, type Subject } from './subject.ts';

export interface BenchSize {
  readonly turns: RoundSize;
  readonly starts: number;
  readonly conversations: GrowthSize;
  /** Numbers of entries. */
  readonly entries: readonly number[];
  readonly instances: { readonly rounds: number; readonly turns: number };
}

/** Measures all, one part after the other. `tell` hears which part begins. */
export const runBench = async (size: BenchSize, tell: (part: string) => void): Promise<Report> => {
  const folder = mkdtempSync(join(tmpdir(), 'care-bench-'));
  const postgres = await PostgresServer.create();
  try {
    const { present, missing } = others();
    const ours = ourService('PostgreSQL', postgres.url);
    const path = join(folder, 'bot.db');
    const sqlite = ourService('SQLite', `sqlite:${path}`);
    const subjects = [...present, ourService('memory', 'memory:'), sqlite, ours];
    const machine = machineNow();
    tell('starts');
    const starts = await measureStarts(subjects, size.starts);
    tell('turns');
    const samples = await measureTurns(subjects, size.turns);
    tell('growth in conversations');
    const own = join(folder, 'growth.db');
    const growing = ourService('SQLite', `sqlite:${own}`);
    const conversations = await measureConversations(growing, own, size.conversations);
    tell('two instances');
    const instances = await measureInstances(ours, size.instances);
    tell('growth in entries');
    const entries = await measureEntries(size.entries);
    return { subjects, machine, samples, starts, conversations, entries, instances, missing };
  } finally {
    await postgres.remove();
    rmSync(folder, { recursive: true, force: true });
  }
};

/** What is not installed is left out, and the report says so. */
const others = (): { readonly present: readonly Subject[]; readonly missing: readonly string[] } => ({
  present: otherSubjects.filter((subject) => missingPackage(subject) === undefined),
  missing: otherSubjects.flatMap((subject) => {
    const name = missingPackage(subject);
    return name === undefined
      ? []
      : [`Left out: ${subject.name}. Run "npm ci --prefix bench/peers" for ${name}.`];
  }),
});

/** All of them run the whole time, and each works in its turn. */
const measureTurns = async (subjects: readonly Subject[], size: RoundSize): Promise<readonly Sample[]> => {
  const processes: SubjectProcess[] = [];
  try {
    // oxlint-disable-next-line no-await-in-loop -- each start has the machine for itself
    for (const subject of subjects) processes.push(await SubjectProcess.start(subject));
    const cells = processes.flatMap((process) =>
      process.subject.workloads.map((workload) => ({ process, workload })),
    );
    return await measureRounds(cells, size);
  } finally {
    await Promise.all(processes.map((each) => each.stop()));
  }
};

const machineNow = (): string => {
  const cores = cpus();
  const model = cores[0]?.model.trim() ?? 'unknown processor';
  const load = loadavg()[0]?.toFixed(1);
  return `${cores.length} cores (${model}), ${process.platform}, Node ${process.versions.node}; load before the run ${load}.`;
};
