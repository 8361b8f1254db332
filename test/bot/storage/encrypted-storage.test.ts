import { expect } from 'chai';
import { randomBytes } from 'node:crypto';
import { ConfigError, StorageError } from '../../../bot/errors.ts';
import { EncryptedStorage } from '../../../bot/storage/encrypted-storage.ts';
import { MemoryStorage } from '../../../bot/storage/memory.ts';
import type { Backend, Storage } from '../../../bot/storage/storage.ts';
import { describeStorage } from './contract.ts';
import { keysNamed } from './encryption-keys-named.ts';
import { rejectionOf } from './rejection.ts';
import { conflict, write } from './subject.ts';

describeStorage('encrypted memory', (clock) =>
  EncryptedStorage.open(new MemoryStorage(clock), keysNamed('k1')),
);

/** A store below that notes the names it is asked for, and stays open when the one above is opened anew. */
class Watched extends MemoryStorage {
  readonly names: string[] = [];

  override async load(key: string): ReturnType<Storage['load']> {
    this.names.push(key);
    return super.load(key);
  }
}

describe('encrypted documents', () => {
  let inner: Watched;
  const open = (...ids: string[]): Promise<EncryptedStorage> =>
    EncryptedStorage.open(inner, keysNamed(...ids));
  beforeEach(() => {
    inner = new Watched();
  });

  /** The envelope as it is stored below, with its name. */
  const stored = async (): Promise<{
    name: string;
    envelope: { key: string; nonce: string; sealed: string };
  }> => {
    const name = inner.names.at(-1) ?? '';
    return { name, envelope: (await inner.load(name))?.document as never };
  };

  it('are stored with nothing of the text, the field names or the key in the open', async () => {
    const storage = await open('k1');
    await storage.save([write('sms/+15550100', { secretField: 'secret text' })]);
    await storage.load('sms/+15550100');
    const { name, envelope } = await stored();
    expect(name).to.match(/^[\w-]{43}$/);
    expect(Object.keys(envelope)).to.deep.equal(['v', 'key', 'nonce', 'sealed']);
    const bytes = Buffer.from(envelope.sealed, 'base64').toString('latin1');
    expect(JSON.stringify(envelope) + bytes).to.not.match(/secret|5550100/);
  });

  it('are sealed with a new nonce at every save', async () => {
    const storage = await open('k1');
    const nonces = new Set<string>();
    for (let n = 0; n < 50; n += 1) {
      await storage.save([write('a', { same: true })]);
      await storage.load('a');
      nonces.add((await stored()).envelope.nonce);
    }
    expect(nonces.size).to.equal(50);
  });

  it('are still found and read after a new key came first, and are sealed with it at the next save', async () => {
    const before = await open('old');
    await before.save([write('a', { n: 1 })]);
    const storage = await open('new', 'old');
    const found = await storage.load('a');
    expect(found?.document).to.deep.equal({ n: 1 });
    expect((await stored()).envelope.key).to.equal('old');
    expect(await storage.save([write('a', { n: 2 }, 'absent')])).to.deep.equal(conflict);
    await storage.save([write('a', { n: 2 }, { tag: found?.tag ?? '' })]);
    expect((await (await open('new')).load('a'))?.document).to.deep.equal({ n: 2 });
  });

  it('name the key that is missing, and are left as they are until it is back', async () => {
    await (await open('old')).save([write('a', { n: 1 })]);
    await open('new', 'old');
    const error = await rejectionOf((await open('new')).load('a'));
    expect(error).to.be.instanceOf(StorageError);
    expect(error.message).to.equal('it was encrypted with the key "old", which is not in the list: add it');
    expect((await (await open('new', 'old')).load('a'))?.document).to.deep.equal({ n: 1 });
  });

  it('are refused when any byte was changed, or when they stand under another name', async () => {
    const storage = await open('k1');
    await storage.save([write('a', { n: 1 }), write('b', { n: 2 })]);
    await storage.load('b');
    const other = await stored();
    await storage.load('a');
    const { name, envelope } = await stored();
    const bytes = Buffer.from(envelope.sealed, 'base64');
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes.map((byte, n) => (n === at ? byte ^ 1 : byte)));
      await inner.save([write(name, { ...envelope, sealed: changed.toString('base64') })]);
      expect((await rejectionOf(storage.load('a'))).message).to.match(/^the key "k1" does not open it/);
    }
    await inner.save([write(name, other.envelope)]);
    expect(await rejectionOf(storage.load('a'))).to.be.instanceOf(StorageError);
  });

  it('are not mixed with plain ones: what was slipped in unencrypted is not read, and is written over', async () => {
    const storage = await open('k1');
    await storage.save([write('a', { n: 1 })]);
    await storage.load('a');
    await inner.save([write((await stored()).name, { n: 666 })]);
    const found = await storage.load('a');
    expect(found?.document).to.equal(undefined);
    await storage.save([write('a', { n: 2 }, { tag: found?.tag ?? '' })]);
    expect((await storage.load('a'))?.document).to.deep.equal({ n: 2 });
  });
});

describe('opening an encrypted store', () => {
  const refusalOf = async (inner: Backend, ...ids: string[]): Promise<string> => {
    const error = await rejectionOf(EncryptedStorage.open(inner, keysNamed(...ids)));
    expect(error).to.be.instanceOf(ConfigError);
    expect(error.message).to.match(/^STORAGE_ENCRYPTION_KEYS: [^\n]+\.$/);
    return error.message;
  };

  it('is refused with other keys than its own, by the id of the missing one', async () => {
    const inner = new MemoryStorage();
    await EncryptedStorage.open(inner, keysNamed('right'));
    expect(await refusalOf(inner, 'wrong')).to.include('key "right", which is not in the list: add it');
  });

  it('is refused with another key of the same id', async () => {
    const inner = new MemoryStorage();
    const secret = new Uint8Array(randomBytes(32));
    await EncryptedStorage.open(inner, [{ id: 'k1', secret }]);
    expect(await refusalOf(inner, 'k1')).to.include('the key "k1" does not open it');
  });

  it('is refused when the store already holds plain documents, which stay as they are', async () => {
    const inner = new MemoryStorage();
    await inner.save([write('a', { n: 1 })]);
    expect(await refusalOf(inner, 'k1')).to.include('documents that are not encrypted');
    expect((await inner.load('a'))?.document).to.deep.equal({ n: 1 });
  });

  it('gives eight instances that start at once the same names', async () => {
    const inner = new MemoryStorage();
    const all = await Promise.all(
      Array.from({ length: 8 }, () => EncryptedStorage.open(inner, keysNamed('k1'))),
    );
    const outcomes = await Promise.all(all.map((each, n) => each.save([write('a', { n }, 'absent')])));
    expect(outcomes.filter(({ kind }) => kind === 'saved')).to.have.length(1);
  });

  it('waits for a store that is away, and reads it once it answers', async () => {
    const inner = new MemoryStorage();
    await (await EncryptedStorage.open(inner, keysNamed('k1'))).save([write('a', { n: 1 })]);
    const flaky = new Flaky(inner);
    const storage = await EncryptedStorage.open(flaky, keysNamed('k1'));
    expect(await rejectionOf(storage.load('a'))).to.be.instanceOf(StorageError);
    flaky.away = false;
    expect((await storage.load('a'))?.document).to.deep.equal({ n: 1 });
  });
});

/** A store in another place, which is away at first. */
class Flaky implements Backend {
  away = true;
  readonly #inner: Backend;

  constructor(inner: Backend) {
    this.#inner = inner;
  }

  load: Backend['load'] = (key) => this.#there().then((inner) => inner.load(key));
  save: Backend['save'] = (writes) => this.#there().then((inner) => inner.save(writes));
  sweep: Backend['sweep'] = (now) => this.#there().then((inner) => inner.sweep(now));
  ping: Backend['ping'] = () => this.#there().then((inner) => inner.ping());
  isEmpty: Backend['isEmpty'] = () => this.#there().then((inner) => inner.isEmpty());
  close: Backend['close'] = () => this.#inner.close();

  async #there(): Promise<Backend> {
    if (this.away) throw new StorageError('away');
    return this.#inner;
  }
}
