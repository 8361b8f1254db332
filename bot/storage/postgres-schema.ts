import type { ClientBase } from 'pg';
import { z } from 'zod';
import { ConfigError } from '../errors.ts';

/** "CARE" in ASCII: while one instance holds this lock in the database, another one waits with its steps. */
const migrationLock = 0x43415245;

/**
 * Step n takes a database from version n to n + 1. Steps are only ever added, never changed: databases of
 * every older version are out there. Instances of the version before may still be running on it.
 */
const steps: readonly string[] = [
  `CREATE TABLE care_documents (
     key text COLLATE "C" NOT NULL PRIMARY KEY,
     tag text NOT NULL,
     document text NOT NULL,
     expires bigint
   );
   CREATE INDEX care_documents_expires ON care_documents (expires) WHERE expires IS NOT NULL;`,
];

/**
 * Brings the tables in the connection's schema to the newest version in one transaction, or rejects and
 * leaves them as they were. Safe when several instances start at once.
 */
export const migrate = async (client: ClientBase, all: readonly string[] = steps): Promise<void> => {
  await client.query('BEGIN');
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [migrationLock]);
    const version = await versionOf(client);
    if (version > all.length) throw newerTables(version, all.length);
    for (const step of all.slice(version)) await client.query(step);
    if (version < all.length) await client.query('UPDATE care_schema SET version = $1', [all.length]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  }
};

const stateSchema = z.object({ encoding: z.string(), made: z.boolean() });
const versionSchema = z.object({ version: z.number() });

/** Looks before it creates, so that a user without the right to create can run on tables that are there. */
const versionOf = async (client: ClientBase): Promise<number> => {
  const { rows: state } = await client.query(
    `SELECT current_setting('server_encoding') AS encoding, to_regclass('care_schema') IS NOT NULL AS made`,
  );
  const { encoding, made } = stateSchema.parse(state[0]);
  if (encoding !== 'UTF8') throw otherEncoding(encoding);
  if (!made)
    await client.query(`CREATE TABLE care_schema (version integer NOT NULL);
      INSERT INTO care_schema VALUES (0)`);
  const { rows } = await client.query('SELECT version FROM care_schema');
  return versionSchema.parse(rows[0]).version;
};

const newerTables = (version: number, known: number): ConfigError =>
  new ConfigError(
    `STORAGE_URL: the tables were written by a newer version of this service (schema ${version}, this one ` +
      `knows ${known}): start the newer version, or name another database.`,
  );

const otherEncoding = (encoding: string): ConfigError =>
  new ConfigError(`STORAGE_URL: the database is encoded in ${encoding}: name one that is encoded in UTF8.`);
