import { once } from 'node:events';
import { createHmac, hkdfSync } from 'node:crypto';
import { expect } from 'chai';
import { StorageError } from '../../../bot/errors.ts';
import { MemoryStorage } from '../../../bot/storage/memory.ts';
import type { Stored, Write } from '../../../bot/storage/storage.ts';
import { startService } from '../../support/service.ts';
import { openLine, Visitor, type Line } from './visitor.ts';

/** A store that can be taken away: then each call does what `away` does. */
class ShakyStorage extends MemoryStorage {
  away: (() => Promise<never>) | undefined;
  readonly saves: string[] = [];

  override async load(key: string): Promise<Stored | undefined> {
    return this.away ? this.away() : super.load(key);
  }
  override async save(writes: readonly Write[]) {
    this.saves.push(...writes.map(({ key }) => key));
    return this.away ? this.away() : super.save(writes);
  }
}
const fail = async () => Promise.reject(new StorageError('the disk is full of zebras'));

describe('a chat whose store is in trouble', () => {
  let storage: ShakyStorage;
  let line: Line;
  const warnings: string[] = [];
  const log = { write: (event: string) => void warnings.push(event) };
  const clock = () => new Date('2026-11-23T10:00:00Z');
  const start = async () => (line = await openLine({ storage, log, clock, key: 'k'.repeat(32) }));
  beforeEach(async () => {
    warnings.length = 0;
    storage = new ShakyStorage(clock);
    await start();
  });
  afterEach(async () => line.close());

  it('goes on as if nothing were, and is warned of once', async () => {
    storage.away = fail;
    const visitors = [await Visitor.arrive(line.base), await Visitor.arrive(line.base)];
    for (const visitor of visitors) {
      await visitor.say('hi');
      expect(await visitor.texts()).to.deep.equal(['Hello.', 'hi', 'You said: hi']);
    }
    await line.flush();
    await visitors[0]?.say('more');
    await line.flush();
    expect(warnings).to.deep.equal(['chat-log']);
  });

  it('says so when it can not be thrown away for good, and is gone from memory all the same', async () => {
    const visitor = await Visitor.arrive(line.base);
    await visitor.say('hi');
    await line.flush();
    storage.away = fail;
    const { status, body } = await visitor.call('DELETE', `/conversations/${visitor.conversation}`);
    expect([status, body.error?.code]).to.deep.equal([503, 'StoreAway']);
    expect(await visitor.texts()).to.deep.equal([]);
  });

  it('is not stored over what could not be read yet', async () => {
    const visitor = await Visitor.arrive(line.base);
    await visitor.say('before');
    await line.close();
    storage.away = fail;
    await start();
    await visitor.at(line.base).say('meanwhile');
    await line.close();
    storage.away = undefined;
    await start();
    expect(await visitor.at(line.base).texts()).to.deep.equal(['Hello.', 'before', 'You said: before']);
  });

  it('shows what was said before as soon as the store answers again', async () => {
    const visitor = await Visitor.arrive(line.base);
    await visitor.say('before');
    await line.close();
    let answer: () => void = () => undefined;
    const back = new Promise<void>((resolve) => (answer = resolve));
    const load = storage.load.bind(storage);
    await start();
    storage.load = async (key) => back.then(() => load(key));
    const same = visitor.at(line.base);
    await same.say('meanwhile');
    const stream = await same.reconnect();
    expect((await stream.until(2))[0]?.text).to.equal('meanwhile');
    answer();
    const late = (await stream.until(6)).slice(3).map(({ text }) => text);
    expect(late).to.deep.equal(['Hello.', 'before', 'You said: before']);
    expect((await same.texts()).slice(0, 4)).to.deep.equal([...late, 'meanwhile']);
  });

  it('is neither shown nor harmed by a token that was signed with our key but has another for the chat', async () => {
    const visitor = await Visitor.arrive(line.base);
    await visitor.say('secret');
    const forger = visitor.at(line.base);
    forger.token = forged(visitor.token);
    const path = `/conversations/${visitor.conversation}`;
    expect((await forger.call('GET', `${path}/activities`)).status).to.equal(403);
    await line.close();
    await start();
    const after = forger.at(line.base);
    await after.say('let me in');
    for (const method of ['GET', 'DELETE']) expect((await after.call(method, path)).status).to.equal(403);
    await line.flush();
    expect(await visitor.at(line.base).texts()).to.deep.equal(['Hello.', 'secret', 'You said: secret']);
  });
});

/** The token with another key for the chat, and a good signature. */
const forged = (token: string): string => {
  const [head, body = ''] = token.split('.');
  const claims: object = JSON.parse(Buffer.from(body, 'base64url').toString());
  const text = `${head}.${Buffer.from(JSON.stringify({ ...claims, key: 'x'.repeat(43) })).toString('base64url')}`;
  const key = Buffer.from(hkdfSync('sha256', 'k'.repeat(32), '', 'direct-line-tokens', 32));
  return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`;
};

describe('on the website', () => {
  it('the crisis reply waits for no store: it is on the stream while the store hangs', async () => {
    const storage = new ShakyStorage();
    const service = await startService({}, { storage });
    let release: (error: Error) => void = () => undefined;
    const hanging = new Promise<never>((_, reject) => (release = reject));
    const known = await Visitor.arrive(service.url);
    await known.say('hello');
    storage.away = () => hanging;
    const posts: Promise<unknown>[] = [];
    try {
      for (const visitor of [known, await Visitor.arrive(service.url)]) {
        const stream = await visitor.reconnect();
        await once(stream.socket, 'open');
        const begin = performance.now();
        posts.push(visitor.say('I want to kill myself'));
        while (!stream.activities.some(({ text }) => text?.includes('988')))
          await stream.until(stream.activities.length + 1);
        expect(performance.now() - begin).to.be.lessThan(500);
      }
    } finally {
      release(new StorageError('given up'));
      await Promise.all(posts);
      await service.stop();
    }
  });

  it('all words of the chat go when the visitor has the data deleted', async () => {
    const service = await startService();
    try {
      const visitor = await Visitor.arrive(service.url);
      await visitor.say('I am so alone, giraffe');
      await visitor.say('delete my data');
      expect(await visitor.texts()).to.have.length(1);
      expect((await visitor.texts())[0]).to.include('deleted');
    } finally {
      await service.stop();
    }
  });
});
