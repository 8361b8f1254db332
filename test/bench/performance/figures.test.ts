import { expect } from 'chai';
import fc from 'fast-check';
import { quantile, ratios, spreadOf } from '../../../bench/performance/figures.ts';

const values = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1 });

describe('the figures of the bench', () => {
  it('have the middle of the rounds, and the two values between which half of them lie', () => {
    expect(spreadOf([9, 1, 5, 3, 7])).to.deep.equal({ median: 5, low: 3, high: 7 });
    expect(spreadOf([1, 2])).to.deep.equal({ median: 1.5, low: 1.25, high: 1.75 });
    expect(spreadOf([4])).to.deep.equal({ median: 4, low: 4, high: 4 });
  });

  it('have a spread around the middle, within what was measured', () => {
    fc.assert(
      fc.property(values, (measured) => {
        const { median, low, high } = spreadOf(measured);
        expect(low)
          .to.be.at.most(median)
          .and.at.least(Math.min(...measured));
        expect(high)
          .to.be.at.least(median)
          .and.at.most(Math.max(...measured));
      }),
    );
  });

  it('are no number where nothing was measured', () => {
    expect(quantile([], 0.5)).to.be.NaN;
  });

  it('are compared with the other of the same round, so that a slow round changes no ratio', () => {
    fc.assert(
      fc.property(values, (slowness) => {
        const ours = slowness.map((factor) => 3 * factor);
        const theirs = slowness.map((factor) => 2 * factor);
        expect(spreadOf(ratios(ours, theirs))).to.deep.equal({ median: 1.5, low: 1.5, high: 1.5 });
      }),
    );
  });

  it('are not compared where a round is missing', () => {
    expect(() => ratios([1, 2], [1])).to.throw('every round');
  });
});
