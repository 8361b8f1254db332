import { expect } from 'chai';
import { StorageError } from '../../../bot/errors.ts';
import { MemoryStorage } from '../../../bot/storage/memory.ts';
import type { SaveOutcome, Write } from '../../../bot/storage/storage.ts';
import { TemporaryFolders } from '../storage/temporary-folder.ts';
import { say } from '../../support/emulator.ts';
import { startService } from '../../support/service.ts';
import { finish, mustLink } from './finished.ts';

/** Keeps what was written together, so that a test can look at it. */
class WatchedStorage extends MemoryStorage {
  readonly saves: (readonly Write[])[] = [];
  override save(writes: readonly Write[]): Promise<SaveOutcome> {
    this.saves.push(writes);
    return super.save(writes);
  }
}

describe('the store of a page to take along', () => {
  const folders = new TemporaryFolders();
  after(() => folders.removeAll());

  it('takes it in the same write as the conversation, with nothing in it that names one or the other', async () => {
    const storage = new WatchedStorage();
    const service = await startService({}, { storage });
    try {
      const link = mustLink(await finish(service.url, '+15550123'));
      const [save] = storage.saves.filter((writes) => writes.some(({ key }) => key.startsWith('summary/')));
      expect(save?.map(({ key }) => key.split('/')[0])).to.deep.equal(['emulator', 'summary']);
      const page = JSON.stringify(save?.[1]);
      expect(page).to.not.include('5550123').and.not.include(link.split('/').at(-1));
      await say(service.url, '+15550123', 'delete my data');
      const last = storage.saves.findLast((writes) => writes.length > 1);
      expect(last?.map(({ document }) => document)).to.deep.equal([undefined, undefined]);
    } finally {
      await service.stop();
    }
  });

  it('takes it before the conversation, and removes it before, where it writes one document at a time', async () => {
    class OneAtATime extends WatchedStorage {
      readonly oneAtATime = true;
      override async save(writes: readonly Write[]): Promise<SaveOutcome> {
        if (writes.length > 1) throw new StorageError('one document at a time');
        return super.save(writes);
      }
    }
    const storage = new OneAtATime();
    const service = await startService({}, { storage });
    try {
      const link = mustLink(await finish(service.url, 'blob'));
      expect((await fetch(link)).status).to.equal(200);
      await say(service.url, 'blob', 'delete my data');
      expect((await fetch(link)).status).to.equal(404);
      const removed = storage.saves.flat().filter(({ document }) => document === undefined);
      expect(removed.map(({ key }) => key.split('/')[0])).to.deep.equal(['summary', 'emulator']);
    } finally {
      await service.stop();
    }
  });

  it('still has it after a restart', async () => {
    const environment = { STORAGE_URL: `sqlite:${folders.create()}/bot.db` };
    const first = await startService(environment);
    const { pathname } = new URL(mustLink(await finish(first.url, 'restart')));
    await first.stop();
    const second = await startService(environment);
    try {
      expect((await fetch(second.url + pathname)).status).to.equal(200);
      await say(second.url, 'restart', 'delete my data');
      expect((await fetch(second.url + pathname)).status).to.equal(404);
    } finally {
      await second.stop();
    }
  });
});
