import { expect } from 'chai';
import { setTimeout as after } from 'node:timers/promises';
import { activityOf, post, say } from '../support/emulator.ts';
import { ServiceProcess } from './service-process.ts';
import { onFile } from './store-places.ts';

export interface Load {
  /** Messages that are sent each second, whether or not those before are answered. */
  readonly perSecond: number;
  readonly seconds: number;
  /** Requests that the senders have open at once; those beyond are not sent. Channels use a few connections each. */
  readonly open?: number;
}

export interface LoadFigures {
  readonly taken: number;
  readonly refused: number;
  /** Milliseconds from a message in danger to its answer: the median, and the longest. */
  readonly dangerMedian: number;
  readonly dangerMost: number;
}

const conversations = 200;
/** One message in so many tells of danger. */
const dangerEvery = 50;
const nameOf = (index: number): string => `load-${index % conversations}`;

/** Sends at a fixed pace to a process of its own, and checks that what it took is in its state and all danger answered. */
export const loadRun = async (load: Load): Promise<LoadFigures> => {
  const place = onFile();
  const service = await ServiceProcess.start(place);
  try {
    const taken = new Map<string, number>();
    const delays: number[] = [];
    let refused = 0;
    const ordinary = async (name: string): Promise<void> => {
      const response = await post(service.url, JSON.stringify(activityOf(name, 'what is an iop')));
      await response.text();
      if (response.status === 200) return void taken.set(name, (taken.get(name) ?? 0) + 1);
      expect(response.status).to.be.oneOf([429, 503]);
      expect(response.headers.get('retry-after')).to.match(/^\d+$/);
      refused += 1;
    };
    const inDanger = async (name: string): Promise<void> => {
      const begun = performance.now();
      const { status, text } = await say(service.url, name, 'i am going to kill myself tonight');
      delays.push(performance.now() - begun);
      expect(status).to.equal(200);
      expect(text).to.include('988').and.include('911');
    };
    await atPace(load, (index) =>
      index % dangerEvery === 0 ? inDanger(`danger-${index}`) : ordinary(nameOf(index)),
    );
    expect((await say(service.url, 'afterwards', 'what is an iop')).status).to.equal(200);
    expect(await (await fetch(`${service.url}/metrics`)).text()).to.include('bot_turns_under_way 0\n');
    expect((await service.stop()).code).to.equal(0);
    for (const [name, document] of await place.documents([...taken.keys()]))
      expect(document?.memory.talk?.answers, name).to.equal(taken.get(name));
    const sorted = delays.toSorted((a, b) => a - b);
    const count = [...taken.values()].reduce((sum, each) => sum + each, 0);
    return {
      taken: count,
      refused,
      dangerMedian: sorted[Math.floor(sorted.length / 2)] ?? 0,
      dangerMost: sorted.at(-1) ?? 0,
    };
  } finally {
    await service.kill();
  }
};

/** Resolves once all that was begun has ended; rejects with the first failure. */
const atPace = async (
  { perSecond, seconds, open = 2_000 }: Load,
  begin: (index: number) => Promise<void>,
): Promise<void> => {
  const failures: unknown[] = [];
  const under = new Set<Promise<void>>();
  const start = performance.now();
  const total = perSecond * seconds;
  for (let index = 0; index < total && failures.length === 0; await after(5)) {
    const due = Math.min(total, Math.floor(((performance.now() - start) / 1_000) * perSecond) + 1);
    for (; index < due; index += 1) {
      if (under.size >= open) continue;
      const one = begin(index)
        .catch((error: unknown) => failures.push(error))
        .then(() => void under.delete(one));
      under.add(one);
    }
  }
  await Promise.all(under);
  if (failures.length > 0) throw failures[0];
};
