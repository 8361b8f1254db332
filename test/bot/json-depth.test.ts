import { expect } from 'chai';
import { assert as check, jsonValue, property } from 'fast-check';
import { nestsDeeper } from '../../bot/json-depth.ts';

const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? 1 + Math.max(0, ...Object.values(value).map((part) => depthOf(part)))
    : 0;

describe('how deep a JSON text nests', () => {
  it('is known of any value, whatever its texts and names look like', () => {
    check(
      property(jsonValue(), (value) => {
        const text = JSON.stringify(value);
        const depth = depthOf(value);
        expect(nestsDeeper(text, depth)).to.equal(false);
        if (depth > 0) expect(nestsDeeper(text, depth - 1)).to.equal(true);
      }),
      { numRuns: 500, examples: [[{ 'a"[[[': '\\"[[[' }], [['\\', [['"']]]]] },
    );
  });
});
