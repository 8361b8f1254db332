import { expect } from 'chai';
import { joinLetters, partWord } from '../../../knowledge/language/rejoin.ts';
import { createSpeller } from '../../../knowledge/language/spelling.ts';
import { stem } from '../../../knowledge/language/stem.ts';

describe('putting slips right', () => {
  const speller = createSpeller(
    new Set(['bride', 'kilt']),
    new Set(['bridge', 'kill', 'suicide', 'hospital']),
  );

  it('finds a word behind one letter more, less, other or two swapped', () => {
    for (const slip of ['hosspital', 'hospial', 'hospitel', 'hosptial'])
      expect(speller.correct(slip), slip).to.equal('hospital');
  });

  it('finds a word behind digits and signs', () => {
    expect(speller.correct('k1ll')).to.equal('kill');
    expect(speller.correct('su!c1de')).to.equal('suicide');
  });

  it('never touches a known word', () => {
    expect(speller.correct('bride')).to.equal('bride');
    expect(speller.correct('kilt')).to.equal('kilt');
  });
});

describe('putting words together and apart', () => {
  it('joins letters typed apart', () => {
    expect(joinLetters(['k', 'i', 'l', 'l', 'me'])).to.deep.equal(['kill', 'me']);
    expect(joinLetters(['k', '.', 'm', '.', 's'])).to.deep.equal(['kms']);
  });

  it('leaves two single letters and usual words alone', () => {
    expect(joinLetters(['i', 'a', 'man'])).to.deep.equal(['i', 'a', 'man']);
  });

  it('parts words that were run together, where each part is known', () => {
    const known = new Set(['want', 'to', 'die', 'i']);
    expect(partWord('iwanttodie', known)).to.deep.equal(['i', 'want', 'to', 'die']);
    expect(partWord('iwantxdie', known)).to.equal(undefined);
  });
});

describe('stemming', () => {
  it('brings the forms of a word together', () => {
    expect(['killed', 'killing', 'kills'].map(stem)).to.deep.equal(['kill', 'kill', 'kill']);
    expect(['took', 'taken', 'taking'].map(stem)).to.deep.equal(['take', 'take', 'take']);
  });
});
