import { setImmediate as nextTick } from 'node:timers/promises';
import { SqliteStorage } from '../../../bot/storage/sqlite.ts';

/**
 * A process of its own that opens the file named first and saves documents until it is killed, two keys
 * in each save, and prints the number of each save once it is acknowledged. With `hold` it only opens it.
 */
const [path = '', mode] = process.argv.slice(2);

const print = (line: string): void => void process.stdout.write(`${line}\n`);

const storage = await SqliteStorage.open(path, { clock: () => new Date(), patience: 0 }).catch(
  (error: unknown) => {
    print(error instanceof Error ? `${error.name}: ${error.message}` : 'unknown error');
    process.exit(1);
  },
);
print('open');
if (mode === 'hold') setInterval(() => {}, 60_000);
const save = async (n: number): Promise<void> => {
  const document = { n, text: 'x'.repeat(n % 3000) };
  const outcome = await storage.save([
    { key: `left ${n}`, document, expect: 'absent' },
    { key: `right ${n}`, document, expect: 'absent' },
  ]);
  print(outcome.kind === 'saved' ? `saved ${n}` : `conflict ${n}`);
};
const writeForEver = async (n: number): Promise<never> => {
  await Promise.race(Array.from({ length: 8 }, (_, more) => save(n + more)));
  await nextTick();
  return writeForEver(n + 8);
};
if (mode === 'write') await writeForEver(Date.now() * 1000);
