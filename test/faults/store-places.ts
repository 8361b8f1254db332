import { join } from 'node:path';
import { openStorage } from '../../bot/storage/index.ts';
import { readDocument, type TurnDocument } from '../../bot/turn-document.ts';
import { accountKey, newContainer } from '../support/azurite.ts';
import { emptySchema } from '../support/postgres.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Where the processes of a run keep their conversations: settings for them, and a look inside once they have ended. */
export interface StorePlace {
  readonly environment: Readonly<Record<string, string>>;
  /** What is stored of conversations of the emulator, by name. */
  documents(names: readonly string[]): Promise<ReadonlyMap<string, TurnDocument | undefined>>;
}

const placeAt = (url: string, key?: string): StorePlace => ({
  environment: { STORAGE_URL: url, ...(key === undefined ? {} : { STORAGE_KEY: key }) },
  documents: async (names) => {
    const storage = await openStorage(url, { key });
    try {
      const load = async (name: string) => readDocument((await storage.load(`emulator/${name}`))?.document);
      return new Map(await Promise.all(names.map(async (name) => [name, await load(name)] as const)));
    } finally {
      await storage.close();
    }
  },
});

/** A new SQLite file, for one process at a time. */
export const onFile = (path = join(temporaryFolder(), 'bot.db')): StorePlace => placeAt(`sqlite:${path}`);

/** An empty schema of a PostgreSQL database. */
export const onDatabase = async (): Promise<StorePlace> => placeAt(await emptySchema());

/** A new container of Azure's own emulator. */
export const onContainer = async (): Promise<StorePlace> => placeAt(await newContainer(), accountKey);
