import { expect } from 'chai';
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ConfigError } from '../../../bot/errors.ts';
import { openStorage } from '../../../bot/storage/index.ts';
import { MemoryStorage } from '../../../bot/storage/memory.ts';
import { accountKey, newContainer } from '../../support/azurite.ts';
import { emptySchema } from '../../support/postgres.ts';
import { keysNamed } from './encryption-keys-named.ts';
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
      const storage = await openStorage(url, { clock: () => new Date(0) });
      await storage.save([{ key: 'a', document: {}, expect: 'any', expires: new Date(1) }]);
      expect(await storage.load('a')).to.have.property('tag');
      await storage.close();
    }
  });

  it('opens postgres: and an Azure container', async () => {
    const addresses = {
      [await emptySchema()]: 'PostgresStorage',
      [(await emptySchema()).replace('postgres:', 'postgresql:')]: 'PostgresStorage',
      [await newContainer()]: 'BlobStorage',
    };
    for (const [url, name] of Object.entries(addresses)) {
      const storage = await openStorage(url, { key: accountKey });
      expect(storage.constructor.name).to.equal(name);
      await storage.close();
    }
  });

  it('is encrypted with keys, and then refused without them', async () => {
    const url = `sqlite:${join(folders.create(), 'bot.db')}`;
    const storage = await openStorage(url, { encryptionKeys: keysNamed('k1') });
    await storage.close();
    const error = await rejectionOf(openStorage(url));
    expect(error).to.be.instanceOf(ConfigError);
    expect(error.message).to.match(/^STORAGE_ENCRYPTION_KEYS: the store is encrypted: set its keys/);
    await (await openStorage(url, { encryptionKeys: keysNamed('k1') })).close();
  });

  const sqlite = [
    'sqlite',
    'sqlite:',
    'sqlite: ',
    'sqlite::memory:',
    'sqlite:a\0b',
    'sqlite://host/bot.db',
    'sqlite:file:bot.db',
    'sqlite:data/',
  ];
  const postgres = ['postgres:', 'postgres://', 'postgres://user:a/b@host/db'];
  const azure = [
    'https://account.blob.core.windows.net',
    'https://account.blob.core.windows.net/container/blob',
    'https://account.blob.core.windows.net/Container',
    'http://account.blob.core.windows.net/container',
    'https://clinic.example/container',
  ];
  const others = ['', 'memory', 'memory:x', 'redis://x', 'bot.db'];
  for (const url of [...sqlite, ...postgres, ...azure, ...others]) {
    it(`refuses ${JSON.stringify(url)} and says what it may be`, async () => {
      const error = await rejectionOf(openStorage(url));
      expect(error).to.be.instanceOf(ConfigError);
      expect(error.message).to.match(
        /^STORAGE_URL: must be memory:, sqlite:<file>, postgres:.*, or an Azure/,
      );
    });
  }
});
