import { expect } from 'chai';
import { questionShape } from '../../../knowledge/unanswered/question-shape.ts';

describe('The shape of a question', () => {
  it('is its length and whether it asks, and nothing of its words', () => {
    expect(questionShape('parking?')).to.deep.equal({ length: 'few-words', question: 'yes' });
    expect(questionShape('i would like a place for my car')).to.deep.equal({
      length: 'sentence',
      question: 'no',
    });
    expect(questionShape('¿dónde puedo dejar mi carro')).to.deep.equal({
      length: 'sentence',
      question: 'yes',
    });
    expect(questionShape('well '.repeat(40))).to.deep.equal({ length: 'story', question: 'no' });
  });
});
