import type { Pool, PoolClient } from 'pg';
import { newTag, type EncodedWrite } from './encoded-write.ts';
import { PostgresDocuments } from './postgres-documents.ts';

/** All writes or none: their tags, or undefined where one met a conflict. */
export const saveTogether = async (
  pool: Pool,
  writes: readonly EncodedWrite[],
  now: number,
): Promise<readonly string[] | undefined> => {
  if (writes.length === 0) return [];
  const client = await pool.connect();
  try {
    const tags = await writeAll(client, writes, now);
    client.release();
    return tags;
  } catch (error) {
    // A connection that failed half-way is thrown away, and the server undoes what it had begun.
    client.release(true);
    throw error;
  }
};

const writeAll = async (
  client: PoolClient,
  writes: readonly EncodedWrite[],
  now: number,
): Promise<readonly string[] | undefined> => {
  const documents = new PostgresDocuments(client);
  const planned = writes.map((write) => ({ write, tag: newTag(write) }));
  await client.query('BEGIN');
  for (const { write, tag } of planned.toSorted((a, b) => byKey(a.write, b.write))) {
    if (await documents.write(write, tag, now)) continue;
    await client.query('ROLLBACK');
    return undefined;
  }
  await client.query('COMMIT');
  return planned.map(({ tag }) => tag);
};

/** All transactions lock their rows in the order of the keys, so that no two wait for each other. */
const byKey = (a: EncodedWrite, b: EncodedWrite): number => (a.key < b.key ? -1 : Number(a.key > b.key));
