import { statSync } from 'node:fs';
import { Client } from './client.ts';
import { drive } from './drive.ts';
import { ratios, spreadOf, type Spread } from './figures.ts';
import { lanes } from './rounds.ts';
import { echoBot, type Subject } from './subject.ts';
import { SubjectProcess } from './subject-process.ts';
import { workloads } from './workloads.ts';

/** A question in a store that holds so many conversations, as times the stock echo bot's turn beside it. */
export interface GrowthFigures {
  readonly conversations: number;
  readonly cpu: Spread;
  readonly ratio: Spread;
  /** Bytes. */
  readonly memory: number;
  readonly file: number;
}

export interface GrowthSize {
  readonly levels: readonly number[];
  readonly rounds: number;
  readonly turns: number;
}

/** `path`: the SQLite file of the service. */
export const measureConversations = async (
  service: Subject,
  path: string,
  { levels, rounds, turns }: GrowthSize,
): Promise<readonly GrowthFigures[]> => {
  const [ours, echo] = [await SubjectProcess.start(service), await SubjectProcess.start(echoBot)];
  const figures: GrowthFigures[] = [];
  let filled = 0;
  try {
    await Promise.all([warmUp(ours), warmUp(echo)]);
    /* oxlint-disable no-await-in-loop -- one at a time, or the figures would mean nothing */
    for (const level of levels) {
      await fill(ours.url, filled, level);
      filled = level;
      await settle(ours.url, level);
      // It had nothing to do meanwhile, and a process that rests gets slower.
      await warmUp(echo);
      const found: { readonly own: number; readonly other: number }[] = [];
      for (let round = 0; round < rounds; round += 1)
        found.push({ own: await cpuOf(ours, level, turns), other: await cpuOf(echo, level, turns) });
      const own = found.map((each) => each.own);
      const times = ratios(own, found.map(({ other }) => other)); // prettier-ignore
      const { memory } = await ours.usage();
      const file = statSync(path).size;
      figures.push({ conversations: level, cpu: spreadOf(own), ratio: spreadOf(times), memory, file });
    }
    /* oxlint-enable no-await-in-loop */
  } finally {
    await Promise.all([ours.stop(), echo.stop()]);
  }
  return figures;
};

const nameOf = (index: number): string => `known-${index}`;

/** Until then the compiler still makes the code faster, which must not pass for the store's doing. */
const longWarmUp = 6000;

const warmUp = ({
  url,
  subject: {
    workloads: [workload = 'echo'],
  },
}: SubjectProcess) => drive([url], { workload, turns: longWarmUp, lanes });

/** One question in each new conversation. */
const fill = async (url: string, from: number, to: number): Promise<void> => {
  const client = new Client(url, lanes);
  let next = from;
  const lane = async (): Promise<void> => {
    while (next < to) {
      const index = (next += 1) - 1;
      const [turn] = workloads.question(index);
      await client.say(nameOf(index), turn!); // oxlint-disable-line no-await-in-loop -- one after the other in each lane
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  client.close();
};

/** So many of the stored conversations, from all over the store, go on. */
const mostTalking = 100;
/** After so many messages a conversation's document grows no more. */
const settled = 8;

/** Brings those that are to be measured to their full size: a longer memory must not pass for a larger store. */
const settle = async (url: string, known: number): Promise<void> => {
  await say(url, known, Math.min(known, mostTalking) * settled);
};

const say = async (url: string, known: number, turns: number): Promise<void> => {
  const client = new Client(url, 1);
  const talking = Math.min(known, mostTalking);
  for (let turn = 0; turn < turns; turn += 1) {
    const index = (turn % talking) * Math.floor(known / talking);
    const [said] = workloads.question(turn);
    await client.say(nameOf(index), said!); // oxlint-disable-line no-await-in-loop -- one person at a time
  }
  client.close();
};

/** Microseconds a turn. */
const cpuOf = async (process: SubjectProcess, known: number, turns: number): Promise<number> => {
  const before = await process.usage();
  await say(process.url, known, turns);
  return ((await process.usage()).cpu - before.cpu) / turns;
};
