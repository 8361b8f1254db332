import { expect } from 'chai';
import fc from 'fast-check';
import { syntheticBase } from '../../../bench/growth/synthetic-base.ts';
import { readEnglishWords } from '../../../knowledge/english-words.ts';
import { createMatcher } from '../../../knowledge/faq/create-matcher.ts';
import { mostClasses } from '../../../knowledge/faq/fit-classifier.ts';
import { deserialise, serialise } from '../../../knowledge/faq/serialise.ts';
import { trainMatcher } from '../../../knowledge/faq/train-matcher.ts';
import { buildIndex, createSearch, type Way } from '../../../knowledge/faq/way-index.ts';

const features = 40;
const vector = (parts: ReadonlyMap<number, number>) => ({
  at: Int32Array.from(parts.keys()),
  value: Float32Array.from(parts.values()),
});
const anyVector = fc
  .uniqueArray(fc.tuple(fc.nat(features - 1), fc.integer({ min: 1, max: 9 })), {
    selector: ([at]) => at,
    minLength: 1,
    maxLength: 10,
  })
  .map((parts) => vector(new Map(parts)));
const anyWay = fc.record({ vector: anyVector, topic: fc.nat(7) });

const product = (one: Way['vector'], other: Way['vector']): number =>
  one.at.reduce((sum, at, nth) => {
    const place = other.at.indexOf(at);
    return place === -1 ? sum : sum + (one.value[nth] ?? 0) * (other.value[place] ?? 0);
  }, 0);

const best = (ways: readonly Way[], topic: number, message: Way['vector']): number => {
  const products = ways.filter((way) => way.topic === topic).map((way) => product(way.vector, message));
  const [first = 0, second = 0] = products.toSorted((a, b) => b - a);
  return first + 0.3 * second;
};

describe('the index of ways', () => {
  it('scores each topic by its two nearest ways, best first', () => {
    fc.assert(
      fc.property(fc.array(anyWay, { minLength: 1, maxLength: 30 }), anyVector, (ways, message) => {
        const hits = createSearch(buildIndex(ways, features), 20)(message);
        expect(hits.map(({ score }) => score)).to.deep.equal(
          hits.map(({ score }) => score).toSorted((a, b) => b - a),
        );
        for (const { topic, score } of hits) expect(score).to.be.closeTo(best(ways, topic, message), 4);
      }),
    );
  });

  it('gives no more topics than asked for, and the best ones', () => {
    const ways = Array.from({ length: 9 }, (_, topic) => ({
      topic,
      vector: vector(new Map([[0, topic + 1]])),
    }));
    const hits = createSearch(buildIndex(ways, 1), 3)(vector(new Map([[0, 1]])));
    expect(hits.map(({ topic }) => topic)).to.deep.equal([8, 7, 6]);
  });

  it('reads the rarest features first and stops where it has read enough', () => {
    const common = Array.from({ length: 50 }, () => ({ topic: 0, vector: vector(new Map([[0, 9]])) }));
    const ways = [...common, { topic: 1, vector: vector(new Map([[1, 1]])) }];
    const both = vector(
      new Map([
        [0, 1],
        [1, 1],
      ]),
    );
    expect(createSearch(buildIndex(ways, 2), 2)(both)[0]?.topic).to.equal(0);
    expect(createSearch(buildIndex(ways, 2), 2, 10)(both)[0]?.topic).to.equal(1);
  });
});

describe('a large base', () => {
  const dictionary = readEnglishWords();
  const train = (entries: number) => {
    const base = syntheticBase(entries, dictionary);
    const training = { lines: base.lines, doubles: [], background: base.background };
    const model = trainMatcher({ training, synonyms: {}, followUps: {}, dictionary });
    return { base, file: serialise(model), model };
  };
  const timeOf = (work: () => void): number => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return user + system;
  };

  it('is searched by the index, finds what it holds, and grows no faster than its entries', function test() {
    this.timeout(300_000);
    const [small, large] = [train(mostClasses + 1), train(3 * (mostClasses + 1))];
    expect(large.model.index).to.not.equal(undefined);
    expect(large.file.length / small.file.length).to.be.below(4);
    const times = [small, large].map(({ base, file }) => {
      const matcher = createMatcher(deserialise(file), base.titles);
      const asked = base.questions.filter((_, at) => at % 5 === 0);
      const right = asked.filter(({ text, topic }) => matcher.match(text).candidates[0]?.topic === topic);
      expect(right.length / asked.length).to.be.above(0.75);
      return timeOf(() => asked.forEach(({ text }) => matcher.match(text))) / asked.length;
    });
    expect((times[1] ?? 0) / (times[0] ?? 1)).to.be.below(4);
  });
});
