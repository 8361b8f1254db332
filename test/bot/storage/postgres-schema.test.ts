import { expect } from 'chai';
import pg from 'pg';
import { migrate } from '../../../bot/storage/postgres-schema.ts';
import { emptySchema } from '../../support/postgres.ts';
import { rejectionOf } from './rejection.ts';

const first = 'CREATE TABLE one (id integer); INSERT INTO one VALUES (1)';
const second = 'ALTER TABLE one ADD COLUMN name text; UPDATE one SET name = id';

describe('the schema of a PostgreSQL database', () => {
  let client: pg.Client;
  beforeEach(async () => {
    client = new pg.Client({ connectionString: await emptySchema() });
    await client.connect();
  });
  afterEach(() => client.end());

  const rows = async (): Promise<unknown> => (await client.query('SELECT * FROM one')).rows;

  it('is brought forward step by step, each step once, and keeps what is there', async () => {
    await migrate(client, [first]);
    await migrate(client, [first]);
    expect(await rows()).to.deep.equal([{ id: 1 }]);
    await migrate(client, [first, second]);
    await migrate(client, [first, second]);
    expect(await rows()).to.deep.equal([{ id: 1, name: '1' }]);
  });

  it('never goes back', async () => {
    await migrate(client, [first, second]);
    expect((await rejectionOf(migrate(client, [first]))).message).to.match(
      /newer version .*schema 2, this one knows 1/,
    );
    expect(await rows()).to.deep.equal([{ id: 1, name: '1' }]);
  });

  it('stays as it was when a step fails half-way, and can be brought forward later', async () => {
    await migrate(client, [first]);
    expect((await rejectionOf(migrate(client, [first, `${second}; NONSENSE`]))).message).to.match(
      /syntax error/,
    );
    expect(await rows()).to.deep.equal([{ id: 1 }]);
    await migrate(client, [first, second]);
    expect(await rows()).to.deep.equal([{ id: 1, name: '1' }]);
  });
});
