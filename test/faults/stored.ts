import { SqliteStorage } from '../../bot/storage/sqlite.ts';
import type { Storage } from '../../bot/storage/storage.ts';
import { readDocument, type TurnDocument } from '../../bot/turn-document.ts';

/** What a file has of a conversation of the emulator, once its process has ended. */
export const storedIn = async (
  path: string,
  conversations: readonly string[],
): Promise<ReadonlyMap<string, TurnDocument | undefined>> => {
  const storage = await SqliteStorage.open(path, { clock: () => new Date() });
  try {
    return await documentsOf(storage, conversations);
  } finally {
    await storage.close();
  }
};

export const documentsOf = async (
  storage: Storage,
  conversations: readonly string[],
): Promise<ReadonlyMap<string, TurnDocument | undefined>> => {
  const found = new Map<string, TurnDocument | undefined>();
  for (const name of conversations)
    found.set(name, readDocument((await storage.load(`emulator/${name}`))?.document));
  return found;
};
