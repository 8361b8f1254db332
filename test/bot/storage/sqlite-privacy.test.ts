import { expect } from 'chai';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { SqliteStorage } from '../../../bot/storage/sqlite.ts';
import { write } from './subject.ts';
import { TemporaryFolders } from './temporary-folder.ts';

const folders = new TemporaryFolders();
const clock = (): Date => new Date('2026-03-01T12:00:00Z');
const open = (path: string, patience = 0) => SqliteStorage.open(path, { clock, patience });

describe('the bytes of a SQLite file', () => {
  let path: string;
  beforeEach(() => {
    path = join(folders.create(), 'new', 'folder', 'bot.db');
  });
  after(() => folders.removeAll());

  it('has no trace of a deleted or replaced text left as soon as the deletion is acknowledged', async () => {
    const storage = await open(path);
    const texts = Array.from({ length: 60 }, (_, n) => `deleted-text-${n} `.repeat((n * 37) % 700));
    for (const [n, text] of texts.entries())
      await storage.save([write(`k${n % 20}`, { text }), write('kept', { n })]);
    await Promise.all(texts.map((_, n) => storage.save([write(`k${n % 20}`, undefined)])));
    expect(bytesOf(path)).to.not.include('deleted-text');
    expect(bytesOf(path)).to.include('kept');
    await storage.close();
    expect(bytesOf(path)).to.not.include('deleted-text');
  });

  it('has no trace of an expired text left after a sweep, nor of a replaced one', async () => {
    const storage = await open(path);
    const expires = clock();
    for (let n = 0; n < 300; n += 1)
      await storage.save([{ ...write(`k${n}`, { text: 'expired-text '.repeat(n * 3) }), expires }]);
    await storage.save([write('kept', { text: 'replaced-text' })]);
    await storage.save([write('kept', { text: 'x' })]);
    expect(await storage.sweep(new Date(expires.getTime() + 1))).to.equal(300);
    await storage.close();
    expect(bytesOf(path)).to.not.match(/expired-text|replaced-text/);
  });
});

/**
 * All bytes of the file and of whatever lies beside it. Read by a process of its own: a file that is opened
 * and closed here would let go of the locks that the store has on it.
 */
const bytesOf = (path: string): string => {
  const read = `const fs = require('fs'), [, folder] = process.argv;
    for (const name of fs.readdirSync(folder)) fs.writeSync(1, fs.readFileSync(folder + '/' + name))`;
  return execFileSync(process.execPath, ['-e', read, join(path, '..')], {
    encoding: 'latin1',
    maxBuffer: 2 ** 26,
  });
};
