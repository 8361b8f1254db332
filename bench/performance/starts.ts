import { spreadOf, type Spread } from './figures.ts';
import type { Subject } from './subject.ts';
import { SubjectProcess } from './subject-process.ts';

/** One start of one subject. */
export interface Start {
  readonly subject: string;
  /** Milliseconds from the start of the process to its first healthy answer. */
  readonly time: number;
  /** Processor time until then, in milliseconds. */
  readonly cpu: number;
  /** Bytes of resident memory then. */
  readonly memory: number;
}

/** Starts and stops each subject so many times, in turns. */
export const measureStarts = async (
  subjects: readonly Subject[],
  rounds: number,
): Promise<readonly Start[]> => {
  const starts: Start[] = [];
  /* oxlint-disable no-await-in-loop -- one at a time, or the figures would mean nothing */
  for (let round = 0; round < rounds; round += 1)
    for (const subject of subjects) {
      const process = await SubjectProcess.start(subject);
      const { cpu, memory } = await process.usage();
      starts.push({ subject: subject.id, time: process.startUp, cpu: cpu / 1000, memory });
      await process.stop();
    }
  /* oxlint-enable no-await-in-loop */
  return starts;
};

export const startSpread = (
  starts: readonly Start[],
  { id }: Pick<Subject, 'id'>,
  figure: 'time' | 'cpu' | 'memory',
): Spread => spreadOf(starts.filter(({ subject }) => subject === id).map((start) => start[figure]));
