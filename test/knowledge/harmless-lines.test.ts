import { expect } from 'chai';
import { harmlessLines } from '../../knowledge/harmless-lines.ts';
import { knowledge } from '../support/knowledge.ts';
import { realSources } from './faq/small-matcher.ts';

describe('the harmless lines that the risk detector learns from', () => {
  it('are many, and leave out the voices that speak Spanish, which could become a sign of no risk', () => {
    const lines = harmlessLines(realSources());
    expect(lines.length).to.be.above(5000);
    expect(lines.filter(({ voice }) => voice.includes('spanish'))).to.deep.equal([]);
  });

  it('leave danger told in Spanish as grave as it is', () => {
    const { tier } = knowledge().risk.assess('tengo un frasco de pastillas y pienso tomármelas todas hoy');
    expect(tier).to.equal('immediate');
  });
});
