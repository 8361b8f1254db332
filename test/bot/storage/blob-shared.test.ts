import { expect } from 'chai';
import { StorageError } from '../../../bot/errors.ts';
import { BlobStorage } from '../../../bot/storage/blob.ts';
import { accountKey, azurite, containerAt, newContainer } from '../../support/azurite.ts';
import { freePort } from '../../support/free-port.ts';
import { countInTwo } from './counting-child.ts';
import { rejectionOf } from './rejection.ts';
import { write } from './subject.ts';

const now = new Date('2026-03-01T12:00:00Z');
const open = (url: string, more: { readonly limit?: number; readonly page?: number } = {}) =>
  BlobStorage.open(url, { clock: () => now, key: accountKey, limit: 20_000, ...more });

const namesIn = async (url: string): Promise<readonly string[]> => {
  const names: string[] = [];
  for await (const { name } of containerAt(url).listBlobsFlat()) names.push(name);
  return names;
};

describe('an Azure container in use', () => {
  let url: string;
  beforeEach(async () => {
    url = await newContainer();
  });

  it('loses no update of two processes that write the same documents', async () => {
    const conflicts = await countInTwo(url, 5, accountKey);
    expect(conflicts, 'how often one was in the way of the other').to.be.greaterThan(0);
    const storage = await open(url);
    for (const key of ['a', 'b', 'c', 'd', 'e'])
      expect((await storage.load(key))?.document).to.deep.equal({ n: 10 });
  });

  it('lets one of many writers take the place of an expired document', async () => {
    const storage = await open(url);
    await storage.save([{ ...write('a', { n: 0 }), expires: new Date(now.getTime() - 1) }]);
    const all = Array.from({ length: 10 }, (_, n) => storage.save([write('a', { n }, 'absent')]));
    expect((await Promise.all(all)).filter(({ kind }) => kind === 'saved')).to.have.length(1);
  });

  it('has no blob left of a deleted document, and no name that tells a key', async () => {
    const storage = await open(url);
    await storage.save([write('sms/+15550100', { text: 'deleted' })]);
    expect((await namesIn(url)).join()).to.match(/^[0-9a-f]{64}\.json$/);
    await storage.save([write('sms/+15550100', undefined)]);
    expect(await namesIn(url)).to.deep.equal([]);
    expect(await storage.isEmpty()).to.equal(true);
  });

  it('is swept page by page, and keeps what is not expired or not ours', async () => {
    const storage = await open(url, { page: 4 });
    await containerAt(url).getBlockBlobClient('0-notes.txt').upload('not ours', 8);
    for (let n = 0; n < 11; n += 1)
      await storage.save([{ ...write(`k${n}`, { n }), expires: new Date(now.getTime() + n) }]);
    expect(await storage.sweep(new Date(now.getTime() + 9))).to.equal(9);
    expect(await namesIn(url))
      .to.have.length(3)
      .and.include('0-notes.txt');
  });

  it('rejects within the limit while it is frozen, and works again when it goes on', async () => {
    const storage = await open(url, { limit: 300 });
    await storage.save([write('a', { n: 1 })]);
    const emulator = await azurite();
    emulator.freeze();
    const begun = performance.now();
    const works = [storage.load('a'), storage.save([write('b', { n: 1 }, 'absent')]), storage.ping()];
    const errors = await Promise.all(works.map(rejectionOf)).finally(() => emulator.thaw());
    expect(performance.now() - begun).to.be.lessThan(5_000);
    for (const error of errors) {
      expect(error).to.be.instanceOf(StorageError);
      expect(error.message).to.equal('Azure Blob Storage did not answer in time');
    }
    const patient = await open(url);
    expect((await patient.load('a'))?.document).to.deep.equal({ n: 1 });
  });

  it('may be away when the service starts', async () => {
    const away = new URL(url);
    away.port = String(await freePort());
    const storage = await open(away.href);
    expect((await rejectionOf(storage.ping())).message).to.equal('Azure Blob Storage can not be reached');
  });
});
