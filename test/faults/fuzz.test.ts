import { fuzzRun } from './fuzz-run.ts';

describe('whatever is posted', function () {
  this.timeout(120_000);
  it('is never met with a fault, and keeps help from nobody', () => fuzzRun(2_000));
});
