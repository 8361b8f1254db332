import { expect } from 'chai';
import { createMatcher } from '../../../knowledge/faq/create-matcher.ts';
import { serialise } from '../../../knowledge/faq/serialise.ts';
import { trainMatcher, type MatcherSources } from '../../../knowledge/faq/train-matcher.ts';
import { realSources, withVoices } from './small-matcher.ts';

const tiny = (sources: MatcherSources): MatcherSources => {
  const { lines, doubles, background } = withVoices(sources, (voice) => voice === 'terse').training;
  const training = {
    lines: lines.slice(0, 120),
    doubles: doubles.slice(0, 5),
    background: background.slice(0, 40),
  };
  return { ...sources, training };
};

describe('training the matcher', () => {
  it('gives the same model, byte for byte, from the same sources', function test() {
    this.timeout(240_000);
    const sources = tiny(realSources());
    const [one, other] = [sources, sources].map((each) => Buffer.from(serialise(trainMatcher(each))));
    expect(one?.equals(other ?? Buffer.alloc(0))).to.equal(true);
  });

  it('carries over to a voice that it has not heard', function test() {
    this.timeout(240_000);
    const sources = realSources();
    const held = sources.training.lines.filter(({ voice }) => voice === 'parent');
    const model = trainMatcher(withVoices(sources, (voice) => !['parent', 'story'].includes(voice)));
    const matcher = createMatcher(model, []);
    const matches = held.map(({ text, topic }) => ({ topic, match: matcher.match(text) }));
    const right = matches.filter(({ topic, match }) => match.candidates[0]?.topic === topic);
    const wrong = matches.filter(
      ({ topic, match }) => match.topics.length > 0 && !match.topics.includes(topic),
    );
    expect(held.length).to.be.above(300);
    expect(right.length / held.length).to.be.above(0.72);
    expect(wrong.length / held.length).to.be.below(0.12);
  });
});
