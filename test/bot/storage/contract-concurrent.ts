import { expect } from 'chai';
import { write, type Subject } from './subject.ts';

/** The number in `{ n }`. */
const countOf = (document: unknown): number =>
  typeof document === 'object' && document && 'n' in document ? Number(document.n) : Number.NaN;

/** Several saves at once. */
export const describeConcurrent = (subject: Subject): void => {
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

  it('loses no update of many writers that load, add one and save until they win', async () => {
    await subject.put(write('count', { n: 0 }));
    const addOne = async (): Promise<void> => {
      const found = await subject.storage.load('count');
      const n = countOf(found?.document) + 1;
      const outcome = await subject.storage.save([write('count', { n }, { tag: found?.tag ?? '' })]);
      if (outcome.kind === 'conflict') await addOne();
    };
    const writers = subject.count(60);
    await Promise.all(Array.from({ length: writers }, addOne));
    expect(await subject.documentOf('count')).to.deep.equal({ n: writers });
  });
};
