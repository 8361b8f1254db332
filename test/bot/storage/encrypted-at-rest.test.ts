import { expect } from 'chai';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { openStorage } from '../../../bot/storage/index.ts';
import { accountKey, containerAt, newContainer } from '../../support/azurite.ts';
import { emptySchema, query } from '../../support/postgres.ts';
import { keysNamed } from './encryption-keys-named.ts';
import { write } from './subject.ts';
import { TemporaryFolders } from './temporary-folder.ts';

const folders = new TemporaryFolders();

interface Place {
  readonly url: string;
  /** All that someone finds there who has no key. */
  readonly bytes: () => Promise<string>;
}

const places: Readonly<Record<string, () => Promise<Place>>> = {
  'a SQLite file': async () => {
    const folder = folders.create();
    return { url: `sqlite:${join(folder, 'bot.db')}`, bytes: async () => bytesIn(folder) };
  },
  'a PostgreSQL table': async () => {
    const url = await emptySchema();
    return { url, bytes: async () => JSON.stringify(await query(url, 'SELECT * FROM care_documents')) };
  },
  'an Azure container': async () => {
    const url = await newContainer();
    return { url, bytes: () => blobsIn(url) };
  },
};

/** Read by a process of its own: a file that is closed here would let go of the locks that the store has on it. */
const bytesIn = (folder: string): string =>
  execFileSync('sh', ['-c', 'cat "$0"/*', folder], { encoding: 'latin1', maxBuffer: 2 ** 26 });

const blobsIn = async (url: string): Promise<string> => {
  let all = '';
  for await (const item of containerAt(url).listBlobsFlat({ includeMetadata: true })) {
    const body = await containerAt(url).getBlobClient(item.name).downloadToBuffer();
    all += `${JSON.stringify(item)} ${body.toString('latin1')}\n`;
  }
  return all;
};

describe('what lies encrypted in', () => {
  after(() => folders.removeAll());

  for (const [name, make] of Object.entries(places)) {
    const options = { key: accountKey, encryptionKeys: keysNamed('k1') };

    it(`${name} tells nothing of what was said or by whom, and is read again after a restart`, async () => {
      const { url, bytes } = await make();
      const storage = await openStorage(url, options);
      const expires = new Date(Date.now() + 1_000_000);
      for (const n of [1, 2])
        await storage.save([{ ...write('sms/+15550100', { tier: `secret-${n}` }), expires }]);
      expect(await bytes()).to.not.match(/secret|5550100|tier/);
      await storage.close();
      expect(await bytes()).to.not.match(/secret|5550100|tier/);
      const again = await openStorage(url, options);
      expect((await again.load('sms/+15550100'))?.document).to.deep.equal({ tier: 'secret-2' });
      await again.close();
    });

    it(`${name} is gone when it was deleted, ciphertext and all`, async () => {
      const { url, bytes } = await make();
      const storage = await openStorage(url, options);
      const empty = (await bytes()).split('sealed').length;
      await storage.save([write('sms/+15550100', { text: 'x' })]);
      expect((await bytes()).split('sealed').length).to.be.greaterThan(empty);
      await storage.save([write('sms/+15550100', undefined)]);
      expect((await bytes()).split('sealed').length).to.equal(empty);
      await storage.close();
    });
  }
});
