import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { PostgresServer } from './postgres-server.ts';

let own: Promise<PostgresServer> | undefined;

/** The server that TEST_DATABASE_URL names, or this run's own, started by the first who asks. */
const anyServer = async (): Promise<string> =>
  process.env['TEST_DATABASE_URL'] ?? (await (own ??= PostgresServer.create())).url;

/** The address of an empty schema on a server, with the right to do anything in it. */
export const emptySchema = async (server?: string): Promise<string> => {
  const url = new URL(server ?? (await anyServer()));
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
