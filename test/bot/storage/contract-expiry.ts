import { expect } from 'chai';
import { after, conflict, write, type Subject } from './subject.ts';

/** Documents whose time has come. */
export const describeExpiry = (subject: Subject): void => {
  it('does not load a document after its time, and loads it until then', async () => {
    await subject.put({ ...write('a', { n: 1 }), expires: after(1000) });
    subject.now = after(1000);
    expect(await subject.documentOf('a')).to.deep.equal({ n: 1 });
    expect(await subject.storage.save([write('a', { n: 2 }, 'absent')])).to.deep.equal(conflict);
    subject.now = after(1001);
    expect(await subject.storage.load('a')).to.equal(undefined);
  });

  it('takes an expired document for absent in every expectation, before any sweep', async () => {
    const tag = await subject.put({ ...write('a', { n: 1 }), expires: after(1000) });
    subject.now = after(2000);
    expect(await subject.storage.save([write('a', { n: 2 }, { tag })])).to.deep.equal(conflict);
    expect(await subject.storage.save([write('a', undefined, { tag })])).to.deep.equal(conflict);
    await subject.put(write('a', undefined, 'absent'));
    await subject.put(write('a', { n: 2 }, 'absent'));
    expect(await subject.documentOf('a')).to.deep.equal({ n: 2 });
  });

  it('moves the time with every save, and keeps a document for ever without one', async () => {
    await subject.put({ ...write('a', { n: 1 }), expires: after(1000) });
    await subject.put({ ...write('a', { n: 2 }), expires: after(9000) });
    await subject.put({ ...write('b', { n: 1 }), expires: after(1000) });
    await subject.put(write('b', { n: 2 }));
    subject.now = after(5000);
    expect(await subject.documentOf('a')).to.deep.equal({ n: 2 });
    subject.now = after(1e12);
    expect(await subject.documentOf('a')).to.equal(undefined);
    expect(await subject.documentOf('b')).to.deep.equal({ n: 2 });
  });

  it('sweeps what has expired, says how many, and leaves the rest', async () => {
    const count = subject.count(450);
    const many = Array.from({ length: count }, (_, n) => ({ ...write(`old${n}`, { n }), expires: after(n) }));
    await subject.put(
      ...many,
      { ...write('later', { n: 1 }), expires: after(count) },
      write('ever', { n: 1 }),
    );
    expect(await subject.storage.sweep(after(count))).to.equal(count);
    expect(await subject.storage.sweep(after(count))).to.equal(0);
    for (const { key } of many) expect(await subject.storage.load(key)).to.equal(undefined);
    for (const key of ['later', 'ever']) expect(await subject.documentOf(key)).to.deep.equal({ n: 1 });
  });

  it('keeps what a clock that ran ahead for a while took for expired, unless a sweep came by meanwhile', async () => {
    const tag = await subject.put({ ...write('a', { n: 1 }), expires: after(1000) });
    subject.now = after(2000);
    expect(await subject.storage.load('a')).to.equal(undefined);
    subject.now = after(0);
    expect(await subject.storage.load('a')).to.deep.equal({ document: { n: 1 }, tag });
    expect(await subject.storage.save([write('a', { n: 2 }, 'absent')])).to.deep.equal(conflict);
  });

  it('loses nothing by a clock that goes back', async () => {
    const tag = await subject.put({ ...write('a', { n: 1 }), expires: after(1000) });
    subject.now = after(-1e10);
    expect(await subject.storage.sweep(subject.now)).to.equal(0);
    expect(await subject.documentOf('a')).to.deep.equal({ n: 1 });
    await subject.put({ ...write('a', { n: 2 }, { tag }), expires: after(-1e10 + 1000) });
    expect(await subject.documentOf('a')).to.deep.equal({ n: 2 });
  });
};
