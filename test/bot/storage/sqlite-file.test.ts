import { expect } from 'chai';
import Database from 'libsql';
import { readdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { StorageError } from '../../../bot/errors.ts';
import { SqliteStorage } from '../../../bot/storage/sqlite.ts';
import { rejectionOf } from './rejection.ts';
import { write } from './subject.ts';
import { TemporaryFolders } from './temporary-folder.ts';
import { WriterChild } from './writer-child.ts';

const folders = new TemporaryFolders();
const clock = (): Date => new Date('2026-03-01T12:00:00Z');
const open = (path: string, patience = 0) => SqliteStorage.open(path, { clock, patience });

describe('a SQLite file', () => {
  let path: string;
  beforeEach(() => {
    path = join(folders.create(), 'new', 'folder', 'bot.db');
  });
  afterEach(() => WriterChild.killAll());
  after(() => folders.removeAll());

  it('is made with its folder, and is for its owner only', async () => {
    const storage = await open(path);
    await storage.save([write('a', { n: 1 })]);
    for (const file of [path, `${path}-wal`]) expect(statSync(file).mode & 0o077, file).to.equal(0);
    expect(statSync(join(path, '..')).mode & 0o077).to.equal(0);
    await storage.close();
  });

  it('keeps documents and tags over closing and opening again, time after time', async () => {
    const tags: (string | undefined)[] = [];
    for (let n = 0; n < 5; n += 1) {
      const storage = await open(path);
      expect((await storage.load('a'))?.tag).to.equal(tags.at(-1));
      const outcome = await storage.save([write('a', { n })]);
      tags.push(outcome.kind === 'saved' ? outcome.tags[0] : 'conflict');
      await storage.close();
    }
    expect(new Set(tags).size).to.equal(5);
  });

  it('has everything in one file once it is closed', async () => {
    const storage = await open(path);
    await storage.save([write('a', { n: 1 })]);
    await storage.close();
    expect(readdirSync(join(path, '..')).filter((name) => !name.endsWith('-lock'))).to.deep.equal(['bot.db']);
  });

  it('saves on close what was asked for and not waited for', async () => {
    const storage = await open(path);
    const saving = storage.save([write('a', { n: 1 })]);
    await storage.close();
    expect((await saving).kind).to.equal('saved');
    const again = await open(path);
    expect((await again.load('a'))?.document).to.deep.equal({ n: 1 });
    await again.close();
  });

  it('has lost no acknowledged save, and torn none, after its process was killed in the middle of its work', async () => {
    const acknowledged: string[] = [];
    for (const count of [40, 90, 200]) {
      const child = new WriterChild(path, 'write');
      await child.printed(count);
      await child.kill();
      expect(child.lines[0]).to.equal('open');
      acknowledged.push(...child.lines.slice(1));
    }
    expect(acknowledged.length).to.be.greaterThan(300);
    const storage = await open(path);
    for (const line of acknowledged) {
      const [, n] = /^saved (\d+)$/.exec(line) ?? [];
      expect((await storage.load(`left ${n}`))?.document, line).to.have.property('n', Number(n));
    }
    await storage.close();
    expect(halvesWithoutTheOther(path)).to.equal(0);
  });

  it('fails a ping once it was moved away, so that nobody saves into a lost file unnoticed', async () => {
    const storage = await open(path);
    await storage.ping();
    renameSync(path, `${path}.moved`);
    expect(await rejectionOf(storage.ping())).to.be.instanceOf(StorageError);
    const other = new Database(path);
    other.exec('CREATE TABLE something (id)');
    other.close();
    expect(await rejectionOf(storage.ping())).to.be.instanceOf(StorageError);
    expect(await rejectionOf(storage.close())).to.be.instanceOf(StorageError);
  });

  it('lets a damaged document be replaced', async () => {
    const storage = await open(path);
    await storage.save([write('a', { n: 1 })]);
    const outside = new Database(path);
    outside.exec(`UPDATE documents SET document = '{"n":'`);
    outside.close();
    const found = await storage.load('a');
    expect(found?.document).to.equal(undefined);
    const outcome = await storage.save([{ ...write('a', { n: 2 }), expect: { tag: found?.tag ?? '' } }]);
    expect(outcome.kind).to.equal('saved');
    await storage.close();
  });
});

const halvesWithoutTheOther = (path: string): number => {
  const database = new Database(path);
  const all = database.prepare('SELECT key FROM documents').raw().all().flat().map(String);
  const count = new Map<string, number>();
  for (const key of all) {
    const n = key.replace(/^(left|right) /, '');
    count.set(n, (count.get(n) ?? 0) + 1);
  }
  database.close();
  return [...count.values()].filter((each) => each !== 2).length;
};
