import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';
import { expect } from 'chai';
import { PersonInDanger } from './person-in-danger.ts';
import { ServiceProcess } from './service-process.ts';
import { SocketStorm } from './socket-storm.ts';

const key = 'k'.repeat(32);

export interface SocketCrowd {
  /** Streams asked for by clients that behave. */
  readonly streams: number;
  /** Streams of clients that never answer a ping. */
  readonly mute: number;
  /** Connections that send half a request, or nothing. */
  readonly half: number;
  /** Streams that send a frame of a megabyte. */
  readonly large: number;
  /** How long to stay after all that, in milliseconds. */
  readonly stay: number;
}

/** All of it against one process, while one person is in danger all the time. Resolves to figures. */
export const socketRun = async ({ streams, mute, half, large, stay }: SocketCrowd) => {
  const service = await ServiceProcess.start({ environment: { DIRECT_LINE_KEY: key } });
  const person = new PersonInDanger(service.url);
  await person.arrive();
  const speaking = person.speak();
  const storm = new SocketStorm(service.url, key);
  try {
    await storm.connectHalf(half);
    const muted = await storm.open(mute, { mute: true });
    const statuses = await storm.open(streams);
    const codes = await storm.sendLarge(large);
    await Promise.race([after(stay), speaking]);
    const open = storm.streams.filter(({ readyState }) => readyState === 1).length;
    const halfOpen = storm.raw.filter(({ closed }) => !closed).length;
    const megabytes = memoryOf(service.pid);
    const later = new PersonInDanger(service.url);
    await later.arrive();
    later.leave();
    expect(service.output).to.not.match(/"level":(50|60)/);
    return {
      muted,
      statuses,
      codes: [...codes],
      open,
      halfOpen,
      megabytes,
      slowest: Math.max(...person.waits),
      answered: person.waits.length,
    };
  } finally {
    person.leave();
    storm.end();
    await speaking.catch(() => undefined);
    await service.kill();
  }
};

/** What the process has in memory, in megabytes, where the system tells. */
const memoryOf = (pid: number): number | undefined => {
  const file = `/proc/${pid}/status`;
  const kilobytes = existsSync(file) ? /VmRSS:\s+(\d+)/.exec(readFileSync(file, 'utf8'))?.[1] : undefined;
  return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / 1_024);
};
