import { expect } from 'chai';
import { StorageError } from '../../../bot/errors.ts';
import { rejectionOf } from './rejection.ts';
import { conflict, tagsOf, write, type Subject } from './subject.ts';

/** Several keys in one save. */
export const describeTogether = (subject: Subject): void => {
  it('saves several keys together and gives their tags in order', async () => {
    const tags = tagsOf(
      await subject.storage.save([write('a', { n: 1 }), write('b', undefined), write('c', { n: 3 })]),
    );
    expect(tags).to.have.length(3);
    expect([
      (await subject.storage.load('a'))?.tag,
      '',
      (await subject.storage.load('c'))?.tag,
    ]).to.deep.equal(tags);
  });

  it('writes, replaces and deletes none of several keys when one meets a conflict', async () => {
    await subject.put(write('a', { n: 1 }), write('b', { n: 1 }), write('c', { n: 1 }));
    const torn = [
      write('a', { n: 2 }),
      write('b', undefined),
      write('new', { n: 2 }),
      write('c', { n: 2 }, 'absent'),
    ];
    expect(await subject.storage.save(torn)).to.deep.equal(conflict);
    for (const key of ['a', 'b', 'c']) expect(await subject.documentOf(key)).to.deep.equal({ n: 1 });
    expect(await subject.documentOf('new')).to.equal(undefined);
  });

  it('does not let a torn save take its neighbours of the same tick with it', async () => {
    await subject.put(write('taken', { n: 0 }));
    const outcomes = await Promise.all([
      subject.storage.save([write('left', { n: 1 }, 'absent')]),
      subject.storage.save([write('torn', { n: 1 }), write('taken', { n: 1 }, 'absent')]),
      subject.storage.save([write('right', { n: 1 }, 'absent')]),
    ]);
    expect(outcomes.map(({ kind }) => kind)).to.deep.equal(['saved', 'conflict', 'saved']);
    expect(await subject.documentOf('left')).to.deep.equal({ n: 1 });
    expect(await subject.documentOf('torn')).to.equal(undefined);
    expect(await subject.documentOf('right')).to.deep.equal({ n: 1 });
  });

  it('judges a key that is named twice in one save by what the save did before', async () => {
    expect(
      await subject.storage.save([write('a', { n: 1 }, 'absent'), write('a', { n: 2 }, 'absent')]),
    ).to.deep.equal(conflict);
    await subject.put(write('a', { n: 1 }, 'absent'), write('a', undefined), write('a', { n: 3 }, 'absent'));
    expect(await subject.documentOf('a')).to.deep.equal({ n: 3 });
  });
};

/** A store that can't promise all or nothing must not seem to. */
export const describeAlone = (subject: Subject): void => {
  it('refuses several writes in one save, and does none of them', async () => {
    const both = [write('a', { n: 1 }), write('b', { n: 1 })];
    expect(await rejectionOf(subject.storage.save(both))).to.be.instanceOf(StorageError);
    for (const key of ['a', 'b']) expect(await subject.storage.load(key)).to.equal(undefined);
  });
};
