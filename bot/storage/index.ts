import { resolve } from 'node:path';
import { ConfigError } from '../errors.ts';
import { MemoryStorage } from './memory.ts';
import type { Storage } from './storage.ts';

/**
 * Opens what STORAGE_URL names: `memory:`, or `sqlite:` and a file's path (from the working folder, or
 * absolute). Rejects with a ConfigError of one sentence. `clock` decides what has expired.
 */
export const openStorage = async (url: string, clock: () => Date = () => new Date()): Promise<Storage> => {
  if (url === 'memory:') return new MemoryStorage(clock);
  const path = /^sqlite:(.+)$/su.exec(url)?.[1];
  if (path === undefined || isNoPath(path))
    throw new ConfigError('STORAGE_URL: must be memory: or sqlite:<file>.');
  // Imported here because it loads native code, which `memory:` can do without.
  const { SqliteStorage } = await import('./sqlite.ts');
  return SqliteStorage.open(resolve(path), { clock });
};

/** What other programs write there and would become a file of that name here, or a folder at the root. */
const isNoPath = (path: string): boolean =>
  /^(\/\/(?!\/)|:memory:|file:)/u.test(path) ||
  path.includes('\0') ||
  /[/\\]$/u.test(path) ||
  path.trim() === '';
