import { ratios, spreadOf, type Spread } from './figures.ts';
import type { Report } from './report.ts';
import type { Sample } from './rounds.ts';
import { echoBot } from './subject.ts';
import type { WorkloadName } from './workloads.ts';

/** One subject's turn, beside the stock echo bot's in the same rounds. */
export interface TurnFigures {
  readonly name: string;
  /** Microseconds. */
  readonly cpu: Spread;
  readonly ratio: Spread;
  /** Milliseconds. */
  readonly latency: Spread;
  readonly late: Spread;
}

const messages: Readonly<Record<WorkloadName, string>> = {
  echo: '',
  waterfall: '',
  question: ': a question',
  screening: ': screening',
  crisis: ': crisis',
};

export const turnFigures = ({ subjects, samples }: Report): readonly TurnFigures[] => {
  const echo = samplesOf(samples, echoBot.id, 'echo').map(({ cpu }) => cpu);
  return subjects.flatMap(({ id, name, workloads }) =>
    workloads.map((workload) => {
      const mine = samplesOf(samples, id, workload);
      const cpu = mine.map((sample) => sample.cpu);
      return {
        name: name + messages[workload],
        cpu: spreadOf(cpu),
        ratio: spreadOf(ratios(cpu, echo)),
        latency: spreadOf(mine.map(({ median }) => median)),
        late: spreadOf(mine.map(({ late }) => late)),
      };
    }),
  );
};

/** In the order of the rounds. */
const samplesOf = (all: readonly Sample[], id: string, workload: WorkloadName): readonly Sample[] =>
  all
    .filter((sample) => sample.subject === id && sample.workload === workload)
    .toSorted((a, b) => a.round - b.round);

/** One subject as a process. */
export interface ProcessFigures {
  readonly name: string;
  /** Milliseconds until it is healthy: by the clock, and of processor time. */
  readonly time: Spread;
  readonly timeRatio: Spread;
  readonly cpu: Spread;
  /** Bytes. */
  readonly memory: Spread;
  readonly memoryRatio: Spread;
  /** The most that was seen in the rounds. */
  readonly loaded: number;
  readonly loadedRatio: number;
}

export const processFigures = ({ subjects, starts, samples }: Report): readonly ProcessFigures[] => {
  const startsOf = (id: string, figure: 'time' | 'cpu' | 'memory') =>
    starts.filter(({ subject }) => subject === id).map((start) => start[figure]);
  const loadedOf = (id: string): number =>
    Math.max(...samples.filter(({ subject }) => subject === id).map(({ memory }) => memory));
  const beside = (id: string, figure: 'time' | 'memory') =>
    spreadOf(ratios(startsOf(id, figure), startsOf(echoBot.id, figure)));
  return subjects.map(({ id, name }) => ({
    name,
    time: spreadOf(startsOf(id, 'time')),
    timeRatio: beside(id, 'time'),
    cpu: spreadOf(startsOf(id, 'cpu')),
    memory: spreadOf(startsOf(id, 'memory')),
    memoryRatio: beside(id, 'memory'),
    loaded: loadedOf(id),
    loadedRatio: loadedOf(id) / loadedOf(echoBot.id),
  }));
};
