import { expect } from 'chai';
import { conflict, tagsOf, write, type Subject } from './subject.ts';

/** The number in `{ n }`. */
const countOf = (document: unknown): number =>
  typeof document === 'object' && document && 'n' in document ? Number(document.n) : Number.NaN;

/** Several keys in one save, and several saves at once. */
export const describeSeveral = (subject: Subject): void => {
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

  it('saves an empty list', async () => {
    expect(await subject.storage.save([])).to.deep.equal({ kind: 'saved', tags: [] });
  });

  it('lets exactly one of 50 concurrent first writes win', async () => {
    const all = Array.from({ length: 50 }, (_, n) => subject.storage.save([write('a', { n }, 'absent')]));
    const outcomes = await Promise.all(all);
    const winners = outcomes.flatMap((outcome, n) =>
      outcome.kind === 'saved' ? [{ n, tags: outcome.tags }] : [],
    );
    expect(winners).to.have.length(1);
    expect(await subject.storage.load('a')).to.deep.equal({
      document: { n: winners[0]?.n },
      tag: winners[0]?.tags[0],
    });
  });

  it('loses no update of 20 writers that load, add one and save until they win', async () => {
    await subject.put(write('count', { n: 0 }));
    const addOne = async (): Promise<void> => {
      const found = await subject.storage.load('count');
      const n = countOf(found?.document) + 1;
      const outcome = await subject.storage.save([write('count', { n }, { tag: found?.tag ?? '' })]);
      if (outcome.kind === 'conflict') await addOne();
    };
    await Promise.all(Array.from({ length: 20 }, addOne));
    expect(await subject.documentOf('count')).to.deep.equal({ n: 20 });
  });
};
