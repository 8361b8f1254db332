import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second. */
const microsecondsPerTick = 10_000;

/** Processor time of this process's PostgreSQL so far, in microseconds; undefined where the system does not tell. */
export const databaseCpu = (): number | undefined => {
  if (!existsSync('/proc/self/stat')) return undefined;
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? [...statOf(Number(name))] : []));
  const servers = all.filter(({ name, parent }) => name === 'postgres' && parent === process.pid);
  const ids = servers.map(({ id }) => id);
  const mine = all.filter(({ id, parent }) => ids.includes(id) || ids.includes(parent));
  return mine.reduce((sum, { ticks }) => sum + ticks, 0) * microsecondsPerTick;
};

interface Stat {
  readonly id: number;
  readonly name: string;
  readonly parent: number;
  readonly ticks: number;
}

/** Nothing of a process that has just ended. */
const statOf = (id: number): readonly Stat[] => {
  try {
    const [, name = '', rest = ''] = /\((.*)\) (.*)/.exec(readFileSync(`/proc/${id}/stat`, 'utf8')) ?? [];
    const fields = rest.split(' ').map(Number);
    return [{ id, name, parent: fields[1] ?? 0, ticks: (fields[11] ?? 0) + (fields[12] ?? 0) }];
  } catch {
    return [];
  }
};
