import { expect } from 'chai';
import { assert, infiniteStream, nat, property } from 'fast-check';
import type { Answers } from '../../../knowledge/levels-of-care/answers.ts';
import { decidingRule } from '../../../knowledge/levels-of-care/decide.ts';
import { questionIds, type QuestionId } from '../../../knowledge/levels-of-care/ids.ts';
import { nextQuestion, questionsLeft } from '../../../knowledge/levels-of-care/next-question.ts';
import { deciding } from './states.ts';

const clear = { safe: 'no', body: 'no', age: 'adult', detox: 'no', watch: 'no', home: 'yes' } as const;

describe('what the screening asks next', () => {
  it('begins with safety, then the body, then the age', () => {
    expect(nextQuestion({})).to.equal('safe');
    expect(nextQuestion({ safe: 'no' })).to.equal('body');
    expect(nextQuestion({ safe: 'no', body: 'no' })).to.equal('age');
    expect(nextQuestion({ safe: 'no', body: 'no', age: 'skip' })).to.equal('detox');
  });

  it('asks nothing more once help comes first', () => {
    expect(nextQuestion({ safe: 'act' })).to.equal(undefined);
    expect(nextQuestion({ safe: 'u' })).to.equal(undefined);
    expect(nextQuestion({ safe: 'no', body: 'yes' })).to.equal(undefined);
  });

  it('asks after thoughts of harm only what can make the result more urgent', () => {
    const asked: QuestionId[] = [];
    let answers: Answers = { safe: 'thoughts' };
    for (let id = nextQuestion(answers); id; id = nextQuestion(answers)) {
      asked.push(id);
      answers = { ...answers, [id]: 'no' };
    }
    expect(asked).to.deep.equal(['body', 'age', 'detox', 'watch']);
  });

  it('asks about duties only before an IOP or PHP result', () => {
    const iop = { ...clear, step: 'day', daily: 'most', ready: 'yes', group: 'yes' };
    expect(nextQuestion(iop)).to.equal('duty');
    expect(nextQuestion({ ...iop, duty: 'skip' })).to.equal(undefined);
    expect(
      nextQuestion({ ...clear, step: 'none', daily: 'most', need: 'enough', ready: 'yes', group: 'yes' }),
    ).to.equal(undefined);
  });

  it('leaves out what can no longer change the result', () => {
    expect(nextQuestion({ ...clear, watch: 'days' })).to.equal('ready');
    expect(nextQuestion({ ...clear, step: 'none', daily: 'most', need: 'enough' })).to.equal(undefined);
    expect(nextQuestion({ ...clear, home: 'no' })).to.equal(undefined);
  });

  it('ends after the questions of urgency where a crisis in the session has settled the rest', () => {
    expect(nextQuestion({ ...clear }, 'clinician')).to.equal(undefined);
    expect(nextQuestion({ safe: 'no', body: 'no', age: 'adult' }, 'clinician')).to.equal('detox');
  });

  it('counts down from 12 and never leaves more questions after an answer than before', () => {
    expect(questionsLeft({})).to.equal(12);
    assert(
      property(infiniteStream(nat()), (picks) => {
        let answers: Answers = {};
        for (let id = nextQuestion(answers); id; id = nextQuestion(answers)) {
          const after = { ...answers, [id]: pick(id, picks.next().value ?? 0) };
          expect(questionsLeft(after)).to.be.lessThan(questionsLeft(answers));
          answers = after;
        }
        expect(questionsLeft(answers)).to.equal(0);
      }),
    );
  });

  it('asks only questions whose answer can still change the outcome', () => {
    assert(
      property(infiniteStream(nat()), (picks) => {
        let answers: Answers = { age: 'adult', duty: 'no' };
        for (let id = nextQuestion(answers); id; id = nextQuestion(answers)) {
          // The first questions leave too many cases to try them all.
          if (questionIds.indexOf(id) >= questionIds.indexOf('home'))
            expect(canMatter(id, answers)).to.equal(true);
          answers = { ...answers, [id]: pick(id, picks.next().value ?? 0) };
        }
      }),
      { numRuns: 40 },
    );
  });

  it('takes less than 2 ms a turn', () => {
    nextQuestion({});
    const start = performance.now();
    for (let turn = 0; turn < 200; turn += 1) questionsLeft(turn % 2 === 0 ? {} : clear);
    expect((performance.now() - start) / 200).to.be.lessThan(2);
  });
});

const valuesFor = (id: QuestionId) => deciding.find((question) => question.id === id)?.values ?? ['adult'];
const pick = (id: QuestionId, at: number) => valuesFor(id)[at % valuesFor(id).length] ?? '';

/** By trying every way to answer everything that is still unanswered. */
const canMatter = (id: QuestionId, answers: Answers): boolean => {
  const open = deciding
    .map((question) => question.id)
    .filter((other) => other !== id && answers[other] === undefined);
  return ways(open, answers).some((rest) => {
    const outcomes = valuesFor(id).map((value) => decidingRule({ ...rest, [id]: value }).outcome);
    return new Set(outcomes).size > 1;
  });
};

const ways = (open: readonly QuestionId[], answers: Answers): readonly Answers[] =>
  open.reduce<readonly Answers[]>(
    (all, id) => all.flatMap((each) => valuesFor(id).map((value) => ({ ...each, [id]: value }))),
    [answers],
  );
