import { createMatcher } from '../../knowledge/faq/create-matcher.ts';
import { trainMatcher, type MatcherSources } from '../../knowledge/faq/train-matcher.ts';
import type { Peer } from './peer.ts';

/** The product's own matcher, trained anew on the same lines. */
export const ourMatcher = (sources: MatcherSources): Peer => ({
  name: 'this matcher',
  learn: () => {
    const matcher = createMatcher(trainMatcher(sources), []);
    return (text) => matcher.match(text).candidates;
  },
});
