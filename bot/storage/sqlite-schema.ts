import type Libsql from 'libsql';
import { z } from 'zod';
import { ConfigError } from '../errors.ts';

/** "CARE" in ASCII: marks a file as this service's own. */
const applicationId = 0x43415245;

/**
 * Step n takes a file from version n to n + 1. Steps are only ever added, never changed: files of every
 * older version are out there.
 */
const steps: readonly string[] = [
  `CREATE TABLE documents (
     key TEXT NOT NULL PRIMARY KEY,
     tag TEXT NOT NULL,
     document TEXT NOT NULL,
     expires INTEGER
   ) STRICT;
   CREATE INDEX documents_expires ON documents (expires) WHERE expires IS NOT NULL;`,
];

/** Brings a file to the newest version in one transaction, or throws ConfigError and leaves it as it was. */
export const migrate = (database: Libsql.Database, path: string, all: readonly string[] = steps): void => {
  database.exec('BEGIN IMMEDIATE');
  try {
    const version = versionOf(database, path);
    if (version > all.length) throw newerFile(path, version, all.length);
    for (const step of all.slice(version)) database.exec(step);
    database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${all.length}; COMMIT`);
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK');
    throw error;
  }
};

const headerSchema = z.object({ owner: z.number(), version: z.number(), tables: z.number() });

const versionOf = (database: Libsql.Database, path: string): number => {
  const row = database
    .prepare(
      `SELECT (SELECT application_id FROM pragma_application_id) AS owner,
              (SELECT user_version FROM pragma_user_version) AS version,
              (SELECT count(*) FROM sqlite_schema) AS tables`,
    )
    .get();
  const { owner, version, tables } = headerSchema.parse(row);
  const isNew = owner === 0 && version === 0 && tables === 0;
  if (!isNew && owner !== applicationId) throw foreignFile(path);
  return version;
};

const newerFile = (path: string, version: number, known: number): ConfigError =>
  new ConfigError(
    `STORAGE_URL: ${path} was written by a newer version of this service (schema ${version}, this one knows ` +
      `${known}): start the newer version, or name another file.`,
  );

const foreignFile = (path: string): ConfigError =>
  new ConfigError(`STORAGE_URL: ${path} belongs to another program: name another file.`);
