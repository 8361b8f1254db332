import { Client } from './client.ts';
import { workloads, type WorkloadName } from './workloads.ts';

export interface Load {
  readonly workload: WorkloadName;
  readonly turns: number;
  /** People who write at the same time, each waiting for the answer. */
  readonly lanes: number;
}

let conversations = 0;

/** So many turns of new conversations. Resolves to the milliseconds of each, in order of length. */
export const drive = async (urls: readonly string[], load: Load): Promise<readonly number[]> => {
  const clients = urls.map((url) => new Client(url, load.lanes));
  const times: number[] = [];
  const lane = async (): Promise<void> => {
    while (times.length < load.turns) {
      const number = (conversations += 1);
      for (const [at, turn] of workloads[load.workload](number).entries()) {
        const client = clients[(number + at) % clients.length]!;
        times.push(await client.say(`bench-${number}`, turn)); // oxlint-disable-line no-await-in-loop -- a person waits for the answer
      }
    }
  };
  try {
    await Promise.all(Array.from({ length: load.lanes }, lane));
  } finally {
    for (const client of clients) client.close();
  }
  return times.toSorted((a, b) => a - b);
};
