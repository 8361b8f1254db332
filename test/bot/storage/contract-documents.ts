import { expect } from 'chai';
import * as fc from 'fast-check';
import { StorageError } from '../../../bot/errors.ts';
import { rejectionOf } from './rejection.ts';
import { write, type Subject } from './subject.ts';

/** Every key and every document there can be, and what can be none. */
export const describeDocuments = (subject: Subject): void => {
  it('takes keys that name parts of every object, in any order', async () => {
    const keys = [
      '__proto__',
      'constructor',
      'prototype',
      'toString',
      'hasOwnProperty',
      '',
      ' ',
      '__proto__ ',
    ];
    for (const key of keys) expect(await subject.storage.load(key), key).to.equal(undefined);
    for (const key of keys) await subject.put(write(key, { key }, 'absent'));
    for (const key of keys) expect(await subject.documentOf(key)).to.deep.equal({ key });
  });

  it('tells apart all keys that differ, in any script and with any character', async () => {
    const nasty = [
      'a',
      'A',
      'ä',
      'a\u0308',
      'a\0',
      'a\0b',
      '\uD800',
      '\uDBFF',
      '\uFFFD',
      '\\u0000',
      '💚',
      '%',
      "'",
      '"',
    ];
    const anyKeys = fc.uniqueArray(fc.string({ unit: 'binary' }), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(anyKeys, async (extra) => {
        const keys = [...new Set([...nasty, ...extra])];
        await subject.put(...keys.map((key, n) => write(key, { n })));
        for (const [n, key] of keys.entries()) expect(await subject.documentOf(key)).to.deep.equal({ n });
      }),
      { numRuns: subject.count(25) },
    );
  });

  it('gives back every JSON document as it was', async () => {
    const json = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ stringUnit: 'binary' }));
    await fc.assert(
      fc.asyncProperty(json, async (document) => {
        await subject.put(write('a', document));
        expect(await subject.documentOf('a')).to.deep.equal(JSON.parse(JSON.stringify(document)));
      }),
      { numRuns: subject.count(100) },
    );
  });

  it('gives back a field named __proto__ without touching any prototype', async () => {
    await subject.put(write('a', { ['__proto__']: { admin: true }, b: [1] }));
    expect(JSON.stringify(await subject.documentOf('a'))).to.equal('{"__proto__":{"admin":true},"b":[1]}');
    expect({}).to.not.have.property('admin');
  });

  it('gives back a document of one megabyte', async () => {
    const document = { text: 'ä'.repeat(500_000), end: true };
    await subject.put(write('a', document));
    expect(await subject.documentOf('a')).to.deep.equal(document);
  });

  it('shares no object with its callers', async () => {
    const document = { list: [1] };
    const saving = subject.storage.save([write('a', document)]);
    document.list.push(2);
    await saving;
    const loaded = await subject.documentOf('a');
    Object.assign(Object(loaded), { list: [3] });
    expect(await subject.documentOf('a')).to.deep.equal({ list: [1] });
  });

  it('rejects what is no JSON and no date, names none of its text, and saves nothing of it', async () => {
    const circle: Record<string, unknown> = { secretName: 'secret text' };
    circle['secretName'] = circle;
    const impossible = [
      write('b', circle),
      write('b', { big: 1n }),
      write('b', { toJSON: () => undefined }),
      { ...write('b', { n: 1 }), expires: new Date(Number.NaN) },
    ];
    for (const bad of impossible) {
      for (const writes of [[bad], [write('a', { n: 1 }), bad]]) {
        const error = await rejectionOf(subject.storage.save(writes));
        expect(error).to.be.instanceOf(StorageError);
        expect(`${error.stack} ${String(error.cause)}`).to.not.match(/secret/);
      }
    }
    for (const key of ['a', 'b']) expect(await subject.storage.load(key)).to.equal(undefined);
  });

  it('answers a ping while open, and rejects everything once closed', async () => {
    await subject.storage.ping();
    await subject.storage.close();
    await subject.storage.close();
    const calls = [
      () => subject.storage.load('a'),
      () => subject.storage.save([write('a', { n: 1 })]),
      () => subject.storage.sweep(subject.now),
      () => subject.storage.ping(),
    ];
    for (const call of calls) {
      const error = await rejectionOf(call());
      expect(error).to.be.instanceOf(StorageError);
    }
  });
};
