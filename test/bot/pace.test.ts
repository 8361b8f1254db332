import { expect } from 'chai';
import { Pace } from '../../bot/pace.ts';

describe('the pace of work', () => {
  it('lets one that comes alone begin in the next round of the event loop', async () => {
    const pace = new Pace();
    for (let count = 0; count < 3; count += 1) {
      const order: string[] = [];
      const next = new Promise<void>((resolve) => setImmediate(() => setImmediate(() => resolve())));
      await Promise.all([pace.next().then(() => order.push('work')), next.then(() => order.push('later'))]);
      expect(order).to.deep.equal(['work', 'later']);
    }
  });

  it('lets many begin in order and in small portions, with rounds between them that only take in', async () => {
    const pace = new Pace();
    let round = 0;
    const begun: { readonly index: number; readonly round: number }[] = [];
    const count = (): void => {
      round += 1;
      if (begun.length < 12) setImmediate(count);
    };
    setImmediate(count);
    await Promise.all(
      Array.from({ length: 12 }, (_, index) => pace.next().then(() => begun.push({ index, round }))),
    );
    expect(begun.map(({ index }) => index)).to.deep.equal(Array.from({ length: 12 }, (_, index) => index));
    const rounds = [...new Set(begun.map((each) => each.round))];
    for (const one of rounds) expect(begun.filter((each) => each.round === one)).to.have.length.at.most(4);
    expect((rounds[1] ?? 0) - (rounds[0] ?? 0)).to.be.above(8);
  });
});
