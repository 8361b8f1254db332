import { expect } from 'chai';
import { assert, property, string, stringMatching, tuple } from 'fast-check';
import { childTraceparent, newTrace, readTraceparent } from '../../bot/trace-context.ts';

const traceId = '0af7651916cd43dd8448eb211c80319c';
const parent = 'b7ad6b7169203331';

describe('a traceparent', () => {
  it('is read, with whether it is recorded', () => {
    expect(readTraceparent(`00-${traceId}-${parent}-01`)).to.deep.equal({ traceId, sampled: true });
    expect(readTraceparent(`00-${traceId}-${parent}-02`)).to.deep.equal({ traceId, sampled: false });
  });

  it('of a later version is read as far as it is known', () => {
    expect(readTraceparent(`cc-${traceId}-${parent}-01-more`)?.traceId).to.equal(traceId);
  });

  for (const [what, header] of Object.entries({
    nothing: undefined,
    'no text': '',
    'a trace id of zeros': `00-${'0'.repeat(32)}-${parent}-01`,
    'a parent of zeros': `00-${traceId}-${'0'.repeat(16)}-01`,
    'version ff': `ff-${traceId}-${parent}-01`,
    'more than its version has': `00-${traceId}-${parent}-01-more`,
    'capital letters': `00-${traceId.toUpperCase()}-${parent}-01`,
    'two of them': `00-${traceId}-${parent}-01, 00-${traceId}-${parent}-01`,
    'a line of its own': `00-${traceId}-${parent}-01\n`,
    'a shorter id': `00-${traceId.slice(1)}-${parent}-01`,
  }))
    it(`with ${what} is ignored`, () => {
      expect(readTraceparent(header)).to.equal(undefined);
    });

  it('gives nothing but 32 hex digits of whatever was sent', () => {
    const odd = tuple(string(), stringMatching(/^[\da-f-]{50,60}$/)).map((parts) => parts.join(''));
    assert(
      property(odd, (header) => {
        const read = readTraceparent(header);
        return read === undefined || /^[\da-f]{32}$/.test(read.traceId);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is passed on in the same trace with an id of its own for each call, and can be read again', () => {
    for (const trace of [newTrace(), { traceId, sampled: true }]) {
      const [first, second] = [childTraceparent(trace), childTraceparent(trace)];
      expect(readTraceparent(first)).to.deep.equal(trace);
      expect(first).to.not.equal(second).and.not.include(parent);
    }
  });

  it('that is new is random', () => {
    expect(new Set(Array.from({ length: 100 }, () => newTrace().traceId)).size).to.equal(100);
  });
});
