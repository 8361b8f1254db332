import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { PostgresServer } from './postgres-server.ts';

let own: Promise<PostgresServer> | undefined;

/** Has this run's own server, started by the first who asks; undefined where TEST_DATABASE_URL names another. */
export const ownPostgres = async (): Promise<PostgresServer | undefined> =>
  process.env['TEST_DATABASE_URL'] === undefined ? await (own ??= PostgresServer.create()) : undefined;

/** The address of an empty schema, with the right to do anything in it. */
export const emptySchema = async (): Promise<string> => {
  const url = new URL((await ownPostgres())?.url ?? process.env['TEST_DATABASE_URL'] ?? '');
  const schema = `care_test_${randomUUID().replaceAll('-', '')}`;
  await query(url.href, `CREATE SCHEMA ${schema}`);
  url.searchParams.set('options', `-c search_path=${schema}`);
  return url.href;
};

/** The rows that `sql` gives, over a connection for it alone. */
export const query = async (url: string, sql: string): Promise<readonly unknown[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(sql);
    return rows;
  } finally {
    await client.end();
  }
};

/** At the end of the whole run, whichever test files it has. */
after(async function () {
  this.timeout(30_000);
  await (await own)?.remove();
});
