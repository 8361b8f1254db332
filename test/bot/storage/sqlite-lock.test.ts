import { expect } from 'chai';
import Database from 'libsql';
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

describe('a SQLite file that others want too', () => {
  let path: string;
  beforeEach(() => {
    path = join(folders.create(), 'new', 'folder', 'bot.db');
  });
  afterEach(() => WriterChild.killAll());
  after(() => folders.removeAll());

  it('is refused to a second opener, whether in this process or in another', async () => {
    const storage = await open(path);
    const error = await rejectionOf(open(path));
    expect(String(error)).to.match(
      /^ConfigError: STORAGE_URL: .*bot\.db is in use by another process: stop that one/,
    );
    const child = new WriterChild(path, 'hold');
    await child.printed(1);
    expect(child.lines).to.deep.equal([String(error)]);
    await child.kill();
    await storage.save([write('a', { n: 1 })]);
    await storage.close();
  });

  it('is free again as soon as the process that had it was killed', async () => {
    const child = new WriterChild(path, 'hold');
    await child.printed(1);
    expect(String(await rejectionOf(open(path)))).to.include('in use by another process');
    await child.kill();
    await (await open(path)).close();
  });

  it('is waited for while the process that has it is about to stop', async () => {
    const first = await open(path);
    const waiting = open(path, 2_000);
    setTimeout(() => void first.close(), 150);
    await (await waiting).close();
  });

  it('saves once a program from outside lets go of the file, and meanwhile still loads', async () => {
    const storage = await open(path, 2_000);
    await storage.save([write('a', { n: 1 })]);
    const outside = new Database(path);
    outside.exec('BEGIN IMMEDIATE');
    const saving = storage.save([write('a', { n: 2 })]);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await storage.load('a'))?.document).to.deep.equal({ n: 1 });
    outside.exec('COMMIT');
    outside.close();
    expect((await saving).kind).to.equal('saved');
    expect((await storage.load('a'))?.document).to.deep.equal({ n: 2 });
    await storage.close();
  });

  it('rejects a save, with the reason, when a program from outside never lets go', async () => {
    const storage = await open(path, 100);
    const outside = new Database(path);
    outside.exec('BEGIN IMMEDIATE');
    const error = await rejectionOf(storage.save([write('a', { n: 1 })]));
    expect(error).to.be.instanceOf(StorageError);
    expect(error.message).to.equal('another program holds the SQLite file');
    expect(error.cause).to.have.property('code', 'SQLITE_BUSY');
    const unsaved = storage.save([write('b', { n: 1 })]);
    const closing = storage.close();
    expect(await rejectionOf(unsaved)).to.be.instanceOf(StorageError);
    await closing;
    outside.exec('ROLLBACK');
    outside.close();
  });
});
