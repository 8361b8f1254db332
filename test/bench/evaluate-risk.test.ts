import { expect } from 'chai';
import { evaluateRisk } from '../../bench/evaluate-risk.ts';
import { reportFrom } from '../../bench/risk/report-page.ts';
import { judgeRows } from '../../bench/risk/judged.ts';
import { table } from '../../bench/table.ts';
import { wilson } from '../../bench/wilson.ts';
import type { RiskAssessor } from '../../knowledge/risk/assessor.ts';
import { noRisk, type Tier } from '../../knowledge/risk/verdict.ts';

/** Says of each message the tier that the message itself names. */
const parrot: RiskAssessor = {
  assess: (text) => ({ ...noRisk, tier: (text.split(' ')[0] ?? 'none') as Tier }),
};
const row = (id: string, says: Tier, accept: readonly Tier[], more: object = {}): string =>
  JSON.stringify({ id, text: `${says} words of ${id}`, accept, ...more });

const lines = [
  row('a', 'immediate', ['immediate'], { case: 'plan', category: 'overdose' }),
  row('b', 'none', ['immediate'], { case: 'plan', category: 'overdose' }),
  row('c', 'none', ['concern', 'immediate'], { case: 'wish', category: 'self-harm' }),
  row('d', 'concern', ['none'], { case: 'song' }),
  row('e', 'none', ['none'], { case: 'song' }),
];
const printed = (show: boolean): string => {
  const { rows, more = [] } = evaluateRisk(lines, { risk: parrot }, { show });
  return [rows, ...more].map(table).join('\n\n');
};

describe('measuring the detector', () => {
  it('gives the 95% interval of Wilson, which stays within 0 and 1', () => {
    expect(wilson(47, 51)?.low).to.be.closeTo(0.815, 0.0005);
    expect(wilson(47, 51)?.high).to.be.closeTo(0.9691, 0.0005);
    expect(wilson(10, 10)?.high).to.be.closeTo(1, 1e-9).and.at.most(1);
    expect(wilson(0, 10)?.low).to.be.closeTo(0, 1e-9).and.at.least(0);
    expect(wilson(0, 0)).to.equal(undefined);
  });

  it('counts danger found and false alarms, in all, by case and by kind of danger', () => {
    const { figures } = evaluateRisk(lines, { risk: parrot });
    expect(figures).to.deep.include({
      set: 'risk',
      rows: 5,
      accuracy: 0.4,
      immediateRecall: 0.5,
      atRiskRecall: 0.3333,
      falseAlarms: 0.5,
    });
    expect(figures).to.have.nested.property('byCase.plan.immediateRecall', 0.5);
    expect(figures).to.have.nested.property('byCategory.self-harm.atRiskRecall', 0);
    expect(figures).to.have.nested.property('confusion.immediate.none', 1);
  });

  it('names the worst misses first: danger taken for none before anything that was judged too high', () => {
    const found = printed(false);
    const places = ['b', 'c', 'd'].map((id) => found.search(new RegExp(`^${id} `, 'm')));
    expect(places).to.deep.equal(places.toSorted((a, b) => a - b));
    expect(places[0]).to.be.above(0);
  });

  it('prints texts only when asked to', () => {
    expect(printed(false)).to.not.include('words of');
    expect(printed(true)).to.include('none words of b');
  });

  it('makes a report without texts, which says what each set is and what was tuned on it', () => {
    const set = { name: 'x.jsonl', about: 'Made up.', tuned: 'Nothing.', rows: judgeRows(lines, parrot) };
    const page = reportFrom('{command}\n{sets}\n{totals}\n{low}\n{weakest}\n{confusions}', [set], 'abc');
    expect(page)
      .to.include('risk x.jsonl --report')
      .and.include('`x.jsonl`, 5 messages. Made up. Nothing.')
      .and.include('2 of 5 judged too low, 1 of them immediate danger taken for none');
    expect(page).to.not.include('words of').and.not.include('{');
  });
});
