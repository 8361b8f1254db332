import { expect } from 'chai';
import { readingEaseEs, syllablesInEs } from '../../../knowledge/faq/reading-ease-es.ts';

describe('The reading ease of Spanish', () => {
  it('is the formula of Szigriszt Pazos', () => {
    expect(readingEaseEs('La casa es roja.')).to.be.closeTo(206.835 - 62.3 * (6 / 4) - 4, 1e-9);
    expect(readingEaseEs('Ayuda. Es segura.')).to.be.closeTo(206.835 - 62.3 * (7 / 3) - 1.5, 1e-9);
  });

  it('counts syllables', () => {
    const counts = { casa: 2, muy: 1, guía: 2, terapia: 3, país: 2, pregunte: 3, ayudar: 3, hay: 1, leer: 2 };
    for (const [word, count] of Object.entries(counts)) expect(syllablesInEs(word), word).to.equal(count);
  });

  it('takes the name of a program as one short word, and a text without words as easy', () => {
    expect(readingEaseEs('Un IOP es así.')).to.equal(readingEaseEs('Un sol es así.'));
    expect(readingEaseEs('...')).to.equal(100);
  });
});
