import { expect } from 'chai';
import fc from 'fast-check';
import { createMatcher } from '../../../knowledge/faq/create-matcher.ts';
import type { FaqMatcher } from '../../../knowledge/faq/matcher.ts';
import type { MatcherModel } from '../../../knowledge/faq/model.ts';
import { deserialise, serialise } from '../../../knowledge/faq/serialise.ts';
import { trainSmall } from './small-matcher.ts';

const titles = new Map([
  ['iop-hours', 'How many hours a week does an IOP take?'],
  ['cost-insurance', 'What does it cost?'],
]);

describe('the question matcher', () => {
  let model: MatcherModel;
  let matcher: FaqMatcher;
  before(function train() {
    this.timeout(240_000);
    model = trainSmall();
    matcher = createMatcher(model, titles);
  });

  it('answers a plain question', () => {
    expect(matcher.match('how many hours a week is php').topics).to.deep.equal(['php-hours']);
    expect(matcher.match('Do they have yoga or art?').topics).to.deep.equal(['iop-complementary']);
    expect(matcher.match('how much does it cost').topics).to.deep.equal(['cost-insurance']);
  });

  it('reads over a slip of the pen', () => {
    expect(matcher.match('do you take my insurrance').topics).to.deep.equal(['cost-insurance']);
  });

  it('takes a title, however it is cased and marked, for its topic with full certainty', () => {
    for (const text of ['What does it cost?', 'what does it COST', '  what does it cost !!'])
      expect(matcher.match(text)).to.deep.include({
        topics: ['cost-insurance'],
        candidates: [{ topic: 'cost-insurance', score: 1 }],
      });
  });

  it('answers nothing about other things', () => {
    for (const text of [
      'who won the world cup in 1998',
      'recipe for banana bread',
      'php array_map undefined index',
    ])
      expect(matcher.match(text).topics, text).to.deep.equal([]);
  });

  it('takes a short follow-up together with the last answer', () => {
    expect(matcher.match('and php?', ['iop-hours']).topics).to.deep.equal(['php-hours']);
    expect(matcher.match('what about teens', ['iop-hours']).topics).to.deep.equal(['iop-hours-adolescents']);
    expect(matcher.match('and for my 15 year old?', ['iop-hours']).topics).to.deep.equal([
      'iop-hours-adolescents',
    ]);
    expect(matcher.match('what about partial?', ['iop-definition']).topics).to.deep.equal(['php-definition']);
    expect(matcher.match('and inpatient?', ['php-definition']).topics).to.deep.equal([
      'inpatient-definition',
    ]);
  });

  it('reads a question that names no level as being about the one that was talked of last', () => {
    expect(matcher.match('how many hours a week is that', ['php-definition']).topics).to.deep.equal([
      'php-hours',
    ]);
    expect(matcher.match('how many hours a week is iop', ['php-definition']).topics).to.deep.equal([
      'iop-hours',
    ]);
    expect(matcher.match('how many hours a week is that', ['cost-insurance']).topics).to.deep.equal([
      'iop-hours',
    ]);
  });

  it('knows the price to be meant whatever came before', () => {
    expect(matcher.match('and how expensive is it?', ['iop-complementary']).topics).to.deep.equal([
      'cost-insurance',
    ]);
    expect(matcher.match('y cuanto cuesta', ['iop-definition']).topics).to.deep.equal(['cost-insurance']);
  });

  it('does not take a full question for a follow-up', () => {
    expect(matcher.match('how much does php cost', ['iop-hours']).candidates[0]?.topic).to.equal(
      'cost-insurance',
    );
  });

  it('answers both of two clearly different questions', () => {
    const { topics } = matcher.match('how many hours a week is it? and how much does it cost');
    expect(topics).to.have.members(['iop-hours', 'cost-insurance']);
  });

  it('fills at most one of topics and offers, and keeps scores between 0 and 1, best first', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.lorem(), words), (text) => {
        const { topics, offered, candidates } = matcher.match(text);
        const scores = candidates.map(({ score }) => score);
        expect(topics.length === 0 || offered.length === 0).to.equal(true);
        expect(topics.length).to.be.at.most(2);
        expect([0, 2, 3]).to.include(offered.length);
        expect(candidates.length).to.be.at.most(5);
        expect(scores.every((score) => score >= 0 && score <= 1)).to.equal(true);
        expect(scores).to.deep.equal(scores.toSorted((a, b) => b - a));
      }),
    );
  });

  it('gives the same for the same, whatever the string and whatever came before', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), words), fc.array(fc.string()), (text, last) => {
        expect(matcher.match(text, last)).to.deep.equal(matcher.match(text, last));
      }),
    );
  });

  it('stands names of the language, emoji, and no words at all', () => {
    for (const text of [
      'constructor',
      '__proto__',
      'toString valueOf hasOwnProperty',
      '😀👩‍👩‍👧',
      '',
      ' \n\t',
      '?!',
      '\ud800',
    ])
      expect(matcher.match(text, ['__proto__', 'constructor']).topics, text).to.deep.equal([]);
  });

  it('takes no longer for a million characters than for a few thousand', () => {
    for (const piece of ['a', 'how many hours, ', 'php and ', 'k i l l ', '<b>&amp;', '1.2.', '\n', 'é̀'])
      for (const length of [10_000, 1_000_000]) {
        const start = performance.now();
        matcher.match(piece.repeat(length / piece.length));
        expect(performance.now() - start, `${piece} ${length}`).to.be.below(250);
      }
  });

  it('is the same after it was stored', () => {
    const again = createMatcher(deserialise(serialise(model)), titles);
    fc.assert(
      fc.property(words, (text) => {
        expect(again.match(text)).to.deep.equal(matcher.match(text));
      }),
      { numRuns: 50 },
    );
  });

  it('refuses a file of another version', () => {
    const bytes = Buffer.from(serialise(model));
    bytes.write('9', bytes.indexOf('"version":') + '"version":'.length);
    expect(() => deserialise(bytes)).to.throw('build it anew');
  });
});

const words = fc
  .array(
    fc.constantFrom(
      ...'how many hours php iop the kid cost detox and ? , home sleep 💊 insurance drink work teens vs inpatient bye'.split(
        ' ',
      ),
    ),
    { maxLength: 40 },
  )
  .map((all) => all.join(' '));
