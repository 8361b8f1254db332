import { expect } from 'chai';
import { ConversationStore, lostConversation, type Found } from '../../bot/conversation-store.ts';
import { StorageError } from '../../bot/errors.ts';
import { MemoryStorage } from '../../bot/storage/memory.ts';
import type { Storage } from '../../bot/storage/storage.ts';
import type { TurnDocument } from '../../bot/turn-document.ts';
import { newMemory } from '../../dialogs/memory.ts';
import { rejectionOf } from './storage/rejection.ts';

const now = new Date('2026-03-01T12:00:00Z');
const day = 86_400_000;
const limit = 20;
const days = 30;

const empty: TurnDocument = { memory: newMemory(now), answered: [] };
const greeted = ({ document }: Found): TurnDocument => ({
  ...document,
  memory: { ...document.memory, greeted: true },
});

/** A store that never answers, or always fails: the outside world, which is all that may be pretended. */
const brokenStorage = (fault: () => Promise<never>): Storage => ({
  load: fault,
  save: fault,
  sweep: fault,
  ping: fault,
  close: async () => {},
});

describe('the store of conversations', () => {
  let clock: Date;
  let storage: MemoryStorage;
  let store: ConversationStore;
  beforeEach(() => {
    clock = now;
    storage = new MemoryStorage(() => clock);
    store = new ConversationStore(storage, limit, days);
  });

  it('starts with an empty memory, which is not a lost one', async () => {
    expect(await store.load('a', now)).to.deep.equal({ document: empty, tag: undefined, lost: false });
  });

  it('finds what it saved, under the tag that the save gave', async () => {
    const found = await store.load('a', now);
    const tag = await store.save('a', found, greeted(found), now);
    expect(tag).to.be.a('string').and.not.equal('');
    expect(await store.load('a', now)).to.deep.equal({ document: greeted(found), tag, lost: false });
  });

  it('lets only the faster of two first turns save', async () => {
    const [one, other] = [await store.load('a', now), await store.load('a', now)];
    expect(await store.save('a', one, greeted(one), now)).to.be.a('string');
    expect(await store.save('a', other, other.document, now)).to.equal(undefined);
    expect((await store.load('a', now)).document.memory.greeted).to.equal(true);
  });

  it('lets only the faster of two later turns save, or delete', async () => {
    const first = await store.load('a', now);
    await store.save('a', first, first.document, now);
    const [one, other] = [await store.load('a', now), await store.load('a', now)];
    await store.save('a', one, greeted(one), now);
    expect(await store.save('a', other, other.document, now)).to.equal(undefined);
    expect(await store.save('a', other, undefined, now)).to.equal(undefined);
    expect((await store.load('a', now)).document.memory.greeted).to.equal(true);
  });

  it('deletes a conversation, and needs no store to delete one that was never saved', async () => {
    const found = await store.load('a', now);
    await store.save('a', found, greeted(found), now);
    expect(await store.save('a', await store.load('a', now), undefined, now)).to.equal('');
    expect(await storage.load('a')).to.equal(undefined);
    const away = new ConversationStore(
      brokenStorage(() => Promise.reject(new Error('asked'))),
      limit,
      days,
    );
    expect(await away.save('b', { ...found, tag: undefined }, undefined, now)).to.equal('');
  });

  it('forgets a conversation when its days are over, counted from the last save', async () => {
    const first = await store.load('a', now);
    await store.save('a', first, greeted(first), now);
    clock = new Date(now.getTime() + 20 * day);
    const second = await store.load('a', clock);
    await store.save('a', second, second.document, clock);
    clock = new Date(now.getTime() + 50 * day);
    expect((await store.load('a', clock)).document.memory.greeted).to.equal(true);
    clock = new Date(clock.getTime() + 1);
    expect(await store.load('a', clock)).to.have.property('tag', undefined);
  });

  for (const [what, document] of Object.entries({
    'of an older version': { memory: { schemaVersion: 0 }, answered: [] },
    'that is damaged': { memory: 'gone' },
  }))
    it(`starts anew over a document ${what}, says so, and can save in its place`, async () => {
      await storage.save([{ key: 'a', document, expect: 'any' }]);
      const found = await store.load('a', now);
      expect(found.document).to.deep.equal(empty);
      expect(found.unreadable).to.equal(true);
      expect(await store.save('a', found, greeted(found), now)).to.be.a('string');
      expect((await store.load('a', now)).document.memory.greeted).to.equal(true);
    });

  it('leaves alone what a newer version of the service wrote', async () => {
    const document = { memory: { schemaVersion: 99 }, answered: [] };
    await storage.save([{ key: 'a', document, expect: 'any' }]);
    expect((await rejectionOf(store.load('a', now))).message).to.include('newer version');
    expect((await storage.load('a'))?.document).to.deep.equal(document);
  });

  it('rejects in time when the store never answers', async () => {
    const silent = new ConversationStore(
      brokenStorage(() => new Promise<never>(() => {})),
      limit,
      days,
    );
    const found: Found = { document: empty, tag: undefined, lost: false };
    const begun = performance.now();
    for (const work of [silent.load('a', now), silent.save('a', found, empty, now)]) {
      const error = await rejectionOf(work);
      expect(error).to.be.instanceOf(StorageError);
      expect(error.message).to.equal(`no answer in ${limit} ms`);
    }
    expect(performance.now() - begun).to.be.within(limit - 2, 1_000);
  });

  it('hands on the error of a store that fails', async () => {
    const refused = new StorageError('refused');
    const failing = new ConversationStore(
      brokenStorage(() => Promise.reject(refused)),
      limit,
      days,
    );
    expect(await rejectionOf(failing.load('a', now))).to.equal(refused);
    expect(await rejectionOf(failing.save('a', lostConversation(now), empty, now))).to.equal(refused);
  });

  it('leaves no failure unhandled when the store fails after the time is over', async () => {
    const unhandled: unknown[] = [];
    const note = (reason: unknown): void => void unhandled.push(reason);
    process.on('unhandledRejection', note);
    const failLate = () =>
      new Promise<never>((_, reject) => setTimeout(reject, limit + 5, new StorageError('refused')));
    const slow = new ConversationStore(brokenStorage(failLate), limit, days);
    expect((await rejectionOf(slow.load('a', now))).message).to.equal(`no answer in ${limit} ms`);
    await new Promise((resolve) => setTimeout(resolve, 20));
    process.off('unhandledRejection', note);
    expect(unhandled).to.deep.equal([]);
  });

  it('marks the memory of a turn that goes on without the store as lost', () => {
    const found = lostConversation(now);
    expect(found).to.deep.equal({
      document: { memory: { ...newMemory(now), lost: true }, answered: [] },
      tag: undefined,
      lost: true,
    });
  });
});
