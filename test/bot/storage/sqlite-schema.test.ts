import { expect } from 'chai';
import Database from 'libsql';
import { migrate } from '../../../bot/storage/sqlite-schema.ts';

const first = 'CREATE TABLE one (id INTEGER) STRICT; INSERT INTO one VALUES (1)';
const second = 'ALTER TABLE one ADD COLUMN name TEXT; UPDATE one SET name = id';

const rowsOf = (database: Database.Database): unknown => database.prepare('SELECT * FROM one').all();
const versionOf = (database: Database.Database): unknown =>
  database.prepare('SELECT user_version AS version FROM pragma_user_version').all();

describe('the schema of a SQLite file', () => {
  let database: Database.Database;
  beforeEach(() => {
    database = new Database(':memory:');
  });
  afterEach(() => database.close());

  it('is brought forward step by step, each step once, and keeps what is there', () => {
    migrate(database, 'file', [first]);
    migrate(database, 'file', [first]);
    expect(rowsOf(database)).to.deep.equal([{ id: 1 }]);
    migrate(database, 'file', [first, second]);
    migrate(database, 'file', [first, second]);
    expect(rowsOf(database)).to.deep.equal([{ id: 1, name: '1' }]);
  });

  it('is the same for a new file as for one that was brought forward', () => {
    migrate(database, 'file', [first, second]);
    expect(rowsOf(database)).to.deep.equal([{ id: 1, name: '1' }]);
    expect(versionOf(database)).to.deep.equal([{ version: 2 }]);
  });

  it('never goes back', () => {
    migrate(database, 'file', [first, second]);
    expect(() => migrate(database, 'file', [first])).to.throw(/newer version .*schema 2, this one knows 1/);
    expect(versionOf(database)).to.deep.equal([{ version: 2 }]);
  });

  it('stays as it was when a step fails half-way', () => {
    migrate(database, 'file', [first]);
    expect(() => migrate(database, 'file', [first, `${second}; NONSENSE`])).to.throw(/syntax error/);
    expect(rowsOf(database)).to.deep.equal([{ id: 1 }]);
    expect(versionOf(database)).to.deep.equal([{ version: 1 }]);
    expect(database.inTransaction).to.equal(false);
  });
});
