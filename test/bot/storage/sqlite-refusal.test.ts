import { expect } from 'chai';
import Database from 'libsql';
import { chmodSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from '../../../bot/errors.ts';
import { SqliteStorage } from '../../../bot/storage/sqlite.ts';
import { rejectionOf } from './rejection.ts';
import { TemporaryFolders } from './temporary-folder.ts';

const folders = new TemporaryFolders();
const clock = (): Date => new Date('2026-03-01T12:00:00Z');
const open = (path: string) => SqliteStorage.open(path, { clock, patience: 0 });
const nobody = 65_534;

/** The sentence with which a file is refused. */
const refusalOf = async (path: string): Promise<string> => {
  const error = await rejectionOf(open(path));
  expect(error).to.be.instanceOf(ConfigError);
  const { message } = error;
  expect(message).to.match(/^STORAGE_URL: [^\n]+\.$/);
  return message;
};

const makeFile = async (path: string, documents = 0): Promise<void> => {
  const storage = await open(path);
  for (let n = 0; n < documents; n += 1)
    await storage.save([{ key: `k${n}`, document: { text: 'x'.repeat(2000) }, expect: 'any' }]);
  await storage.close();
};

/** The superuser may write anywhere, so a test about rights gives that up for as long as it lasts. */
const asOrdinaryUser = async (work: () => Promise<void>): Promise<void> => {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(nobody);
  try {
    await work();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
};

describe('opening a SQLite file refuses in one sentence', () => {
  let path: string;
  beforeEach(() => {
    path = join(folders.create(), 'bot.db');
  });
  after(() => folders.removeAll());

  it('a file that is not SQLite at all', async () => {
    writeFileSync(path, 'This is a diary. '.repeat(1000));
    expect(await refusalOf(path)).to.include('bot.db is damaged or not a SQLite file');
    expect(readFileSync(path, 'utf8')).to.include('This is a diary.');
  });

  it('a file whose first pages are overwritten', async () => {
    await makeFile(path, 20);
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(0xff, 100, 4096));
    expect(await refusalOf(path)).to.include('bot.db is damaged');
  });

  it('a file that was cut off in its first page', async () => {
    await makeFile(path, 20);
    truncateSync(path, 1000);
    expect(await refusalOf(path)).to.include('bot.db is damaged');
  });

  it('a file of another program, and leaves it as it was', async () => {
    const other = new Database(path);
    other.exec('CREATE TABLE recipes (id); PRAGMA user_version = 1');
    other.close();
    expect(await refusalOf(path)).to.include('bot.db belongs to another program');
    const again = new Database(path);
    expect(again.prepare('SELECT name FROM sqlite_schema').all()).to.deep.equal([{ name: 'recipes' }]);
    again.close();
  });

  it('a file that a newer version of the service wrote', async () => {
    await makeFile(path);
    const newer = new Database(path);
    newer.exec('PRAGMA user_version = 99');
    newer.close();
    expect(await refusalOf(path)).to.match(
      /bot\.db was written by a newer version .*schema 99, this one knows 1/,
    );
  });

  it('a folder in the place of the file', async () => {
    mkdirSync(path);
    expect(await refusalOf(path)).to.include('bot.db can not be opened: it must be a file');
  });

  it('a path that goes through a file', async () => {
    writeFileSync(path, '');
    expect(await refusalOf(join(path, 'bot.db'))).to.match(
      /the folder .* can not be written \((ENOTDIR|EEXIST)\)/,
    );
  });

  it('a folder without the right to write, both for a new file and for one that is there', async () => {
    const locked = join(path, '..');
    await makeFile(path);
    for (const name of ['bot.db', 'bot.db-lock']) chmodSync(join(locked, name), 0o666);
    chmodSync(locked, 0o555);
    await asOrdinaryUser(async () => {
      expect(await refusalOf(join(locked, 'new.db'))).to.match(/the folder .* can not be written \(EACCES\)/);
      expect(await refusalOf(path)).to.include('bot.db can not be written, or its folder can not: give');
    });
    chmodSync(locked, 0o755);
  });

  it('a file without the right to write', async () => {
    await makeFile(path);
    chmodSync(path, 0o444);
    chmodSync(`${path}-lock`, 0o666);
    chmodSync(join(path, '..'), 0o777);
    await asOrdinaryUser(async () => {
      expect(await refusalOf(path)).to.include('bot.db can not be written, or its folder can not: give');
    });
  });

  it('and lets go of the file again', async () => {
    writeFileSync(path, 'This is a diary. '.repeat(1000));
    await refusalOf(path);
    writeFileSync(path, '');
    await (await open(path)).close();
  });
});
