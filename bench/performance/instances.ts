import { databaseCpu } from './database-cpu.ts';
import { drive } from './drive.ts';
import { spreadOf, type Spread } from './figures.ts';
import type { Subject } from './subject.ts';
import { SubjectProcess } from './subject-process.ts';

/** What so many processes on one database do together, at full load. Cores: how many of them each part kept busy. */
export interface InstancesFigures {
  readonly count: number;
  readonly turnsPerSecond: Spread;
  readonly instances: Spread;
  readonly sender: Spread;
  readonly database: Spread | undefined;
}

const fullLoad = 16;
/** For both together: a process takes some thousand turns to become as fast as it gets. */
const warmUp = 12_000;

/** One instance and two, in turns, on the same database. */
export const measureInstances = async (
  subject: Subject,
  { rounds, turns }: { readonly rounds: number; readonly turns: number },
): Promise<readonly InstancesFigures[]> => {
  const processes = await Promise.all([SubjectProcess.start(subject), SubjectProcess.start(subject)]);
  try {
    const runs = [1, 2].map((count) => ({ processes: processes.slice(0, count), found: [] as Busy[] }));
    /* oxlint-disable no-await-in-loop -- one at a time, or the figures would mean nothing */
    await busy(processes, warmUp);
    for (let round = 0; round < rounds; round += 1)
      for (const run of runs) run.found.push(await busy(run.processes, turns));
    /* oxlint-enable no-await-in-loop */
    return runs.map(({ processes: { length }, found }) => figuresOf(length, found));
  } finally {
    await Promise.all(processes.map((each) => each.stop()));
  }
};

interface Busy {
  readonly turnsPerSecond: number;
  readonly instances: number;
  readonly sender: number;
  readonly database: number | undefined;
}

const busy = async (processes: readonly SubjectProcess[], turns: number): Promise<Busy> => {
  const used = async (): Promise<number> =>
    (await Promise.all(processes.map((each) => each.usage()))).reduce((sum, { cpu }) => sum + cpu, 0);
  const [instances, sender, database, begun] = [await used(), own(), databaseCpu(), performance.now()];
  const urls = processes.map(({ url }) => url);
  const { length } = await drive(urls, { workload: 'question', turns, lanes: fullLoad });
  const microseconds = (performance.now() - begun) * 1000;
  const after = databaseCpu();
  return {
    turnsPerSecond: (length * 1e6) / microseconds,
    instances: ((await used()) - instances) / microseconds,
    sender: (own() - sender) / microseconds,
    database: database === undefined || after === undefined ? undefined : (after - database) / microseconds,
  };
};

const own = (): number => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

const figuresOf = (count: number, found: readonly Busy[]): InstancesFigures => {
  const told = found.flatMap(({ database }) => (database === undefined ? [] : [database]));
  return {
    count,
    turnsPerSecond: spreadOf(found.map(({ turnsPerSecond }) => turnsPerSecond)),
    instances: spreadOf(found.map(({ instances }) => instances)),
    sender: spreadOf(found.map(({ sender }) => sender)),
    database: told.length === 0 ? undefined : spreadOf(told),
  };
};
