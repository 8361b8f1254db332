import { expect } from 'chai';
import { PostgresStorage } from '../../../bot/storage/postgres.ts';
import { emptySchema, query } from '../../support/postgres.ts';
import { countInTwo } from './counting-child.ts';
import { conflict, write } from './subject.ts';

const clock = (): Date => new Date('2026-03-01T12:00:00Z');
const open = (url: string) => PostgresStorage.open(url, { clock });

describe('a PostgreSQL database that several instances share', () => {
  let url: string;
  beforeEach(async () => {
    url = await emptySchema();
  });

  it('gets its tables once, when eight instances start at the same moment', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => open(url)));
    const saves = all.map((storage, n) => storage.save([write(`k${n}`, { n }, 'absent')]));
    expect((await Promise.all(saves)).map(({ kind }) => kind)).to.deep.equal(all.map(() => 'saved'));
    expect(await query(url, 'SELECT version FROM care_schema')).to.deep.equal([{ version: 1 }]);
    await Promise.all(all.map((storage) => storage.close()));
  });

  it('loses no update of two processes that write the same documents', async () => {
    const conflicts = await countInTwo(url, 40);
    expect(conflicts, 'how often one was in the way of the other').to.be.greaterThan(0);
    const storage = await open(url);
    for (const key of ['a', 'b', 'c', 'd', 'e'])
      expect((await storage.load(key))?.document).to.deep.equal({ n: 80 });
    await storage.close();
  });

  it('lets exactly one of two instances insert the same two documents, in whatever order they are named', async () => {
    const [one, other] = await Promise.all([open(url), open(url)]);
    for (let n = 0; n < 30; n += 1) {
      const both = [write(`left ${n}`, { n }, 'absent'), write(`right ${n}`, { n }, 'absent')];
      const outcomes = await Promise.all([one.save(both), other.save(both.toReversed())]);
      expect(outcomes.filter(({ kind }) => kind === 'saved')).to.have.length(1);
      expect(outcomes).to.deep.include(conflict);
    }
    await Promise.all([one.close(), other.close()]);
  });

  it('is swept by two instances at once, each document by one of them', async () => {
    const [one, other] = await Promise.all([open(url), open(url)]);
    const all = Array.from({ length: 1200 }, (_, n) => ({ ...write(`k${n}`, { n }), expires: clock() }));
    await one.save(all);
    const later = new Date(clock().getTime() + 1);
    const counts = await Promise.all([one.sweep(later), other.sweep(later)]);
    expect(counts[0] + counts[1]).to.equal(1200);
    expect(await one.isEmpty()).to.equal(true);
    await Promise.all([one.close(), other.close()]);
  });

  it('has no row left of a deleted document', async () => {
    const storage = await open(url);
    await storage.save([write('sms/+15550100', { text: 'deleted' }), write('kept', { n: 1 })]);
    await storage.save([write('sms/+15550100', undefined)]);
    expect(await query(url, 'SELECT key FROM care_documents')).to.deep.equal([{ key: 'kept' }]);
    await storage.close();
  });
});
