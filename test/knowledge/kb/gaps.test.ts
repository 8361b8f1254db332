import { expect } from 'chai';
import { gapsOf } from '../../../knowledge/kb/gaps.ts';
import { readKeptQuestion } from '../../../knowledge/unanswered/kept-question.ts';

const asked = (topic: string, text: string) => ({ day: '2026-11-20', language: 'en' as const, topic, text });

describe('The gaps', () => {
  it('are questions in like words with the same nearest topic, most often asked first', () => {
    const gaps = gapsOf([
      asked('rules', 'can i bring my dog [...] to group'),
      asked('admission', 'is there parking at the clinic'),
      asked('admission', 'do you have parking'),
      asked('admission', 'is there a bus to you'),
      asked('none', 'where is the parking'),
    ]);
    expect(gaps.map(({ topic, questions }) => [topic, questions.length])).to.deep.equal([
      ['admission', 2],
      ['admission', 1],
      ['none', 1],
      ['rules', 1],
    ]);
  });

  it('pass over a line that was cut short or is of another kind', () => {
    for (const line of [
      '',
      '{"day":"2026-11',
      '{"day":"today","language":"en","topic":"x","text":"y"}',
      '[]',
    ])
      expect(readKeptQuestion(line), line).to.equal(undefined);
    const question = asked('rules', 'may i smoke');
    expect(readKeptQuestion(JSON.stringify(question))).to.deep.equal(question);
  });
});
