import { expect } from 'chai';
import { evaluateFaq } from '../../bench/evaluate-faq.ts';
import { coverageCurve } from '../../bench/faq/coverage.ts';
import { faqRowSchema } from '../../bench/faq/faq-row.ts';
import { judgeRow } from '../../bench/faq/judge.ts';
import { knowledge } from '../support/knowledge.ts';

const judged = (row: object) => judgeRow(faqRowSchema.parse(row), 0, knowledge());

describe('evaluating answers', () => {
  it('counts a topic that is accepted as right, and another one as wrong', () => {
    const text = 'how many hours a week is it';
    expect(judged({ text, accept: ['iop-hours'] })).to.include({ answeredRight: true, wrongGiven: false });
    expect(judged({ text, accept: ['virtual'] })).to.include({ answeredRight: false, wrongGiven: true });
    expect(judged({ text, accept: [] })).to.include({ rejected: false, wrongGiven: false });
  });

  it('wants exactly the topics of a row that is judged by all of them', () => {
    const text = 'how many hours a week is it?';
    const judge = 'all';
    expect(judged({ text, judge, accept: ['iop-hours'] }).answeredRight).to.equal(true);
    expect(judged({ text, judge, accept: ['iop-hours', 'duration'] })).to.include({
      answeredRight: false,
      wrongGiven: false,
    });
  });

  it('reads a follow-up in the light of the answers before it', () => {
    expect(judged({ text: 'and php?', after: ['iop-hours'], accept: ['php-hours'] }).answeredRight).to.equal(
      true,
    );
  });

  it('names wrong answers by their ids, and breaks figures down by kind and style', () => {
    const lines = [
      { id: 'a', text: 'how many hours a week is it', accept: ['virtual'], kind: 'one', style: 'terse,teen' },
      { id: 'b', text: 'recipe for banana bread', accept: [], kind: 'two' },
    ].map((row) => JSON.stringify(row));
    const { figures } = evaluateFaq(lines, knowledge());
    expect(figures).to.deep.include({ rows: 2, wrong: ['a'], wrongGiven: 1, outOfScopeRejected: 1 });
    expect(figures).to.have.nested.property('byKind.two.rows', 1);
    expect(figures).to.have.nested.property('intervals.wrongGiven.low').that.is.below(0.5);
    expect(figures).to.have.nested.property('byStyle.teen.wrongGiven', 1);
    expect(figures).to.have.nested.property('confusions[0].taken', 'iop-hours');
  });

  it('shows that the surest answers are wrong least', () => {
    const row = faqRowSchema.parse({ text: '', accept: ['x'] });
    const some = Array.from({ length: 20 }, (_, at) => ({
      ...judged(row),
      confidence: at / 20,
      rightAt1: at >= 10,
    }));
    const risks = coverageCurve(some).map(({ risk }) => risk);
    expect(risks.slice(0, 5)).to.deep.equal([0, 0, 0, 0, 0]);
    expect(risks.at(-1)).to.equal(0.5);
  });
});
