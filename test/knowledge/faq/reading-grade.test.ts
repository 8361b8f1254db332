import { expect } from 'chai';
import { readingGrade, syllablesIn } from '../../../knowledge/faq/reading-grade.ts';

describe('The reading grade', () => {
  it('is the formula of Flesch and Kincaid', () => {
    expect(readingGrade('The cat sat on the mat.')).to.be.closeTo(0.39 * 6 + 11.8 - 15.59, 1e-9);
    expect(readingGrade('Medication helps. It is safe.')).to.be.closeTo(
      0.39 * 2.5 + 11.8 * (8 / 5) - 15.59,
      1e-9,
    );
  });

  it('counts spoken syllables', () => {
    const words = [
      'care',
      'asked',
      'wanted',
      'places',
      'people',
      'anxiety',
      'psychiatrist',
      'education',
      'individual',
    ];
    expect(words.map(syllablesIn)).to.deep.equal([1, 1, 2, 2, 2, 4, 4, 4, 5]);
  });

  it('takes the name of a program as one short word', () => {
    expect(readingGrade('A partial hospitalization program is near.')).to.equal(
      readingGrade('A bus is near.'),
    );
  });

  it('is 0 for no words', () => {
    expect(readingGrade(' ... ')).to.equal(0);
  });
});
