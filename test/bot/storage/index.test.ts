import { expect } from 'chai';
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ConfigError } from '../../../bot/errors.ts';
import { openStorage } from '../../../bot/storage/index.ts';
import { MemoryStorage } from '../../../bot/storage/memory.ts';
import { rejectionOf } from './rejection.ts';
import { TemporaryFolders } from './temporary-folder.ts';

const folders = new TemporaryFolders();

describe('STORAGE_URL', () => {
  after(() => folders.removeAll());

  it('opens memory:', async () => {
    expect(await openStorage('memory:')).to.be.instanceOf(MemoryStorage);
  });

  it('opens sqlite: with an absolute path, three slashes, or a path from the working folder', async () => {
    const path = join(folders.create(), 'ä b', 'bot.db');
    for (const url of [`sqlite:${path}`, `sqlite://${path}`, `sqlite:${relative(process.cwd(), path)}`]) {
      const storage = await openStorage(url);
      expect(storage.constructor.name).to.equal('SqliteStorage');
      expect(existsSync(path)).to.equal(true);
      await storage.close();
    }
  });

  it('hands the clock on, which decides what has expired', async () => {
    for (const url of ['memory:', `sqlite:${join(folders.create(), 'bot.db')}`]) {
      const storage = await openStorage(url, () => new Date(0));
      await storage.save([{ key: 'a', document: {}, expect: 'any', expires: new Date(1) }]);
      expect(await storage.load('a')).to.have.property('tag');
      await storage.close();
    }
  });

  const wrong = ['', 'memory', 'memory:x', 'sqlite', 'sqlite:', 'sqlite: ', 'sqlite::memory:', 'sqlite:a\0b'];
  for (const url of [
    ...wrong,
    'sqlite://host/bot.db',
    'sqlite:file:bot.db',
    'sqlite:data/',
    'redis://x',
    'bot.db',
  ]) {
    it(`refuses ${JSON.stringify(url)} and says what it may be`, async () => {
      const error = await rejectionOf(openStorage(url));
      expect(error).to.be.instanceOf(ConfigError);
      expect(error.message).to.equal('STORAGE_URL: must be memory: or sqlite:<file>.');
    });
  }
});
