import { expect } from 'chai';
import { conflict, write, type Subject } from './subject.ts';

/** What a save expects, and the tags it gives. */
export const describeExpectations = (subject: Subject): void => {
  it('has nothing for a key that was never saved', async () => {
    expect(await subject.storage.load('nobody')).to.equal(undefined);
  });

  it('loads what was saved, with the tag that the save gave', async () => {
    const tag = await subject.put(write('a', { n: 1 }, 'absent'));
    expect(tag).to.not.equal('');
    expect(await subject.storage.load('a')).to.deep.equal({ document: { n: 1 }, tag });
  });

  it('inserts only where nothing is yet', async () => {
    await subject.put(write('a', { n: 1 }, 'absent'));
    expect(await subject.storage.save([write('a', { n: 2 }, 'absent')])).to.deep.equal(conflict);
    expect(await subject.documentOf('a')).to.deep.equal({ n: 1 });
  });

  it('replaces the document that the tag names, and gives it a new tag', async () => {
    const first = await subject.put(write('a', { n: 1 }));
    const second = await subject.put(write('a', { n: 2 }, { tag: first }));
    expect(second).to.not.equal(first);
    expect(await subject.storage.load('a')).to.deep.equal({ document: { n: 2 }, tag: second });
  });

  it('refuses an old tag, and a tag where nothing is', async () => {
    const old = await subject.put(write('a', { n: 1 }));
    await subject.put(write('a', { n: 2 }, { tag: old }));
    expect(await subject.storage.save([write('a', { n: 3 }, { tag: old })])).to.deep.equal(conflict);
    expect(await subject.storage.save([write('b', { n: 3 }, { tag: old })])).to.deep.equal(conflict);
    expect(await subject.documentOf('a')).to.deep.equal({ n: 2 });
    expect(await subject.documentOf('b')).to.equal(undefined);
  });

  it('gives a new tag to the same document saved again', async () => {
    const tags = [await subject.put(write('a', { n: 1 })), await subject.put(write('a', { n: 1 }))];
    expect(new Set(tags).size).to.equal(2);
  });

  it('writes over whatever is there when anything is expected', async () => {
    await subject.put(write('a', { n: 1 }, 'any'));
    await subject.put(write('a', { n: 2 }, 'any'));
    expect(await subject.documentOf('a')).to.deep.equal({ n: 2 });
  });

  it('deletes by tag, and answers with the empty string as tag', async () => {
    const tag = await subject.put(write('a', { n: 1 }));
    expect(await subject.storage.save([write('a', undefined, { tag: 'other' })])).to.deep.equal(conflict);
    expect(await subject.storage.save([write('a', undefined, { tag })])).to.deep.equal({
      kind: 'saved',
      tags: [''],
    });
    expect(await subject.storage.load('a')).to.equal(undefined);
  });

  it('deletes what is not there without complaint, unless a tag is expected', async () => {
    const saved = { kind: 'saved', tags: [''] };
    expect(await subject.storage.save([write('a', undefined, 'any')])).to.deep.equal(saved);
    expect(await subject.storage.save([write('a', undefined, 'absent')])).to.deep.equal(saved);
    expect(await subject.storage.save([write('a', undefined, { tag: 'x' })])).to.deep.equal(conflict);
  });

  it('does not delete what is there when nothing is expected', async () => {
    await subject.put(write('a', { n: 1 }));
    expect(await subject.storage.save([write('a', undefined, 'absent')])).to.deep.equal(conflict);
    expect(await subject.documentOf('a')).to.deep.equal({ n: 1 });
  });

  it('refuses the tag from before a deletion once the key is used again', async () => {
    const old = await subject.put(write('a', { n: 1 }));
    await subject.put(write('a', undefined, { tag: old }));
    const tag = await subject.put(write('a', { n: 1 }, 'absent'));
    expect(tag).to.not.equal(old);
    expect(await subject.storage.save([write('a', { n: 2 }, { tag: old })])).to.deep.equal(conflict);
  });

  it('saves an empty list', async () => {
    expect(await subject.storage.save([])).to.deep.equal({ kind: 'saved', tags: [] });
  });
};
