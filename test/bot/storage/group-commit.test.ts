import { expect } from 'chai';
import Database from 'libsql';
import { join } from 'node:path';
import { StorageError } from '../../../bot/errors.ts';
import { GroupCommit } from '../../../bot/storage/group-commit.ts';
import { rejectionOf } from './rejection.ts';
import { TemporaryFolders } from './temporary-folder.ts';

const folders = new TemporaryFolders();

describe('a group commit', () => {
  let database: Database.Database;
  let group: GroupCommit;
  beforeEach(() => {
    database = new Database(join(folders.create(), 'group.db'));
    database.exec('PRAGMA journal_mode = WAL; CREATE TABLE words (word TEXT NOT NULL) STRICT');
    group = new GroupCommit(database, 0);
  });
  afterEach(() => database.close());
  after(() => folders.removeAll());

  const add = (word: string | null): true => {
    database.prepare('INSERT INTO words VALUES (?)').run(word);
    return true;
  };
  const words = (): unknown[] => database.prepare('SELECT substr(word, 1, 5) FROM words').raw().all().flat();

  it('does all work of a tick in one transaction, in order', async () => {
    const inTransaction: boolean[] = [];
    const work = (word: string) => () => {
      inTransaction.push(database.inTransaction);
      return add(word);
    };
    await Promise.all(['a', 'b', 'c'].map((word) => group.run(work(word))));
    expect(inTransaction).to.deep.equal([true, true, true]);
    expect(database.inTransaction).to.equal(false);
    expect(words()).to.deep.equal(['a', 'b', 'c']);
  });

  it('undoes the work that gives undefined, and only that', async () => {
    const results = await Promise.all([
      group.run(() => add('a')),
      group.run(() => (add('b'), add('c'), undefined)),
      group.run(() => add('d')),
    ]);
    expect(results).to.deep.equal([true, undefined, true]);
    expect(words()).to.deep.equal(['a', 'd']);
  });

  it('undoes and rejects the work that fails half-way, and only that', async () => {
    const outcomes = await Promise.allSettled([
      group.run(() => add('a')),
      group.run(() => add('b') && add(null)),
      group.run(() => add('d')),
    ]);
    expect(outcomes.map(({ status }) => status)).to.deep.equal(['fulfilled', 'rejected', 'fulfilled']);
    expect(words()).to.deep.equal(['a', 'd']);
  });

  it('acknowledges exactly what is kept when the room runs out, and works again once there is room', async () => {
    database.exec('PRAGMA max_page_count = 10');
    const sizes = [100, 200_000, 100];
    const outcomes = await Promise.allSettled(
      sizes.map((size, n) => group.run(() => add(`${n}`.padEnd(5).padEnd(size, 'x')))),
    );
    const kept = outcomes.flatMap(({ status }, n) => (status === 'fulfilled' ? [`${n}`.padEnd(5)] : []));
    expect(words()).to.deep.equal(kept);
    const [full] = outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [outcome.reason as unknown] : [],
    );
    expect(full).to.be.instanceOf(StorageError);
    expect(full).to.have.property('message', 'there is no room left for the SQLite file');
    database.exec('PRAGMA max_page_count = 1000');
    expect(await group.run(() => add('later'))).to.equal(true);
  });

  it('takes nothing more once it is closed', async () => {
    group.close();
    const error = await rejectionOf(group.run(() => add('a')));
    expect(error).to.be.instanceOf(StorageError);
  });
});
