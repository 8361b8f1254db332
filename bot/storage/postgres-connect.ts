import pg, { type PoolConfig } from 'pg';
import { toConfigError, toStorageError } from './postgres-errors.ts';
import { migrate } from './postgres-schema.ts';

const mostConnections = 10;
/** Milliseconds for a step to a newer schema, which may have to rewrite a table. */
const migrationLimit = 60_000;

/** `limit` in milliseconds: to wait for a connection, and as much again for each statement. */
export const createPool = (url: string, limit: number): pg.Pool => {
  const pool = new pg.Pool({ ...settings(url, limit, limit), max: mostConnections });
  // Without a listener a connection that breaks would end the process. The pool lets go of it by itself.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
};

/** Makes or updates the tables. Rejects with ConfigError for what must be mended, else with StorageError. */
export const prepareTables = async (url: string, limit: number): Promise<void> => {
  const client = new pg.Client(settings(url, limit, migrationLimit));
  client.on('error', () => {});
  try {
    await client.connect();
    await migrate(client);
  } catch (error) {
    throw toConfigError(error, url) ?? toStorageError(error);
  } finally {
    // Nobody waits for the farewell of a server that may be frozen.
    client.end().catch(() => {});
  }
};

const settings = (url: string, connecting: number, statement: number): PoolConfig => ({
  connectionString: url,
  application_name: 'care-level-assistant',
  connectionTimeoutMillis: connecting,
  statement_timeout: statement,
  // The client's own limit: a server that is frozen does not end the statement itself.
  query_timeout: statement + 500,
  keepAlive: true,
});
