import { seededRandom } from '../../knowledge/random.ts';
import { drive } from './drive.ts';
import { quantile } from './figures.ts';
import type { SubjectProcess } from './subject-process.ts';
import type { WorkloadName } from './workloads.ts';

export interface Cell {
  readonly process: SubjectProcess;
  readonly workload: WorkloadName;
}

/** What one subject took for one workload in one round. */
export interface Sample {
  readonly subject: string;
  readonly workload: WorkloadName;
  readonly round: number;
  /** Processor time in microseconds a turn. */
  readonly cpu: number;
  /** Milliseconds until the answer, where one person writes at a time. */
  readonly median: number;
  readonly late: number;
  /** Bytes of resident memory after it. */
  readonly memory: number;
}

export interface RoundSize {
  readonly rounds: number;
  /** Turns a cell and round: of many people at once, whose processor time counts; and of one, whose latency does. */
  readonly turns: number;
  readonly alone: number;
  readonly warmUp: number;
}

export const lanes = 8;

/** Every cell once in each round, in an order of its own: what the machine does meanwhile meets all alike. */
export const measureRounds = async (cells: readonly Cell[], size: RoundSize): Promise<readonly Sample[]> => {
  const random = seededRandom(7);
  const samples: Sample[] = [];
  /* oxlint-disable no-await-in-loop -- one at a time, or the figures would mean nothing */
  for (const { process, workload } of cells)
    await drive([process.url], { workload, turns: size.warmUp, lanes });
  for (let round = 0; round < size.rounds; round += 1)
    for (const cell of shuffled(cells, random)) samples.push({ ...(await measureCell(cell, size)), round });
  /* oxlint-enable no-await-in-loop */
  return samples;
};

const measureCell = async (
  { process, workload }: Cell,
  { turns, alone }: RoundSize,
): Promise<Omit<Sample, 'round'>> => {
  const before = await process.usage();
  const { length } = await drive([process.url], { workload, turns, lanes });
  const after = await process.usage();
  const times = await drive([process.url], { workload, turns: alone, lanes: 1 });
  return {
    subject: process.subject.id,
    workload,
    cpu: (after.cpu - before.cpu) / length,
    median: quantile(times, 0.5),
    late: quantile(times, 0.95),
    memory: after.memory,
  };
};

const shuffled = <T>(items: readonly T[], random: () => number): readonly T[] =>
  items
    .map((item) => ({ item, place: random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => item);
