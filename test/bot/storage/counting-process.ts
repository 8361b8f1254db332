import { text } from 'node:stream/consumers';
import { openStorage } from '../../../bot/storage/index.ts';

/**
 * A process of its own that adds one to each of five documents, so many times over, in the store that is
 * named first, and ends once every addition was saved. It prints `open`, begins when its input ends, and
 * prints how often another process was faster.
 */
const [url = '', times = '0'] = process.argv.slice(2);

const storage = await openStorage(url, { key: process.env['STORAGE_KEY'] });
let conflicts = 0;

const addOne = async (key: string): Promise<void> => {
  const found = await storage.load(key);
  const { n = 0 } = (found?.document ?? {}) as { n?: number };
  const expect = found ? { tag: found.tag } : 'absent';
  const outcome = await storage.save([{ key, document: { n: n + 1 }, expect }]);
  if (outcome.kind === 'saved') return;
  conflicts += 1;
  await addOne(key);
};

const addAll = async (key: string): Promise<void> => {
  for (let n = 0; n < Number(times); n += 1) await addOne(key);
};

process.stdout.write('open ');
await text(process.stdin);
await Promise.all(['a', 'b', 'c', 'd', 'e'].map(addAll));
await storage.close();
process.stdout.write(String(conflicts));
