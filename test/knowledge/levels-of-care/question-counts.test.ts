import { expect } from 'chai';
import type { Answers } from '../../../knowledge/levels-of-care/answers.ts';
import { decidingRule } from '../../../knowledge/levels-of-care/decide.ts';
import type { OutcomeId } from '../../../knowledge/levels-of-care/ids.ts';
import { nextQuestion } from '../../../knowledge/levels-of-care/next-question.ts';
import { allStates, answersOf, isFull } from './states.ts';

/** How many questions a person with these answers is asked, age and duties too. */
const asked = (state: Answers): number => {
  const all: Answers = { age: 'adult', duty: 'no', ...state };
  let given: Answers = {};
  let count = 0;
  for (let id = nextQuestion(given); id !== undefined; id = nextQuestion(given)) {
    given = { ...given, [id]: all[id] };
    count += 1;
  }
  return count;
};

const countsOf = (states: readonly number[]): ReadonlyMap<OutcomeId, readonly number[]> => {
  const byOutcome = new Map<OutcomeId, number[]>();
  for (const answers of states.map(answersOf)) {
    const { outcome } = decidingRule(answers);
    const counts = byOutcome.get(outcome) ?? [];
    counts.push(asked(answers));
    byOutcome.set(outcome, counts);
  }
  return byOutcome;
};

const figures = (counts: readonly number[]) => ({
  states: counts.length,
  min: counts.reduce((least, count) => Math.min(least, count)),
  mean: Number((counts.reduce((sum, count) => sum + count, 0) / counts.length).toFixed(2)),
  max: counts.reduce((most, count) => Math.max(most, count)),
});

/** As measured over all states without a skip. A change here is a change of what people go through. */
const expected = {
  crisis: { states: 17_496, min: 1, mean: 1.5, max: 2 },
  'detox-or-24h': { states: 5_832, min: 4, mean: 4.25, max: 5 },
  clinician: { states: 2_454, min: 5, mean: 5.87, max: 11 },
  php: { states: 336, min: 9, mean: 9.5, max: 11 },
  iop: { states: 72, min: 11, mean: 11.33, max: 12 },
  outpatient: { states: 54, min: 9, mean: 9, max: 9 },
};

describe('the number of questions, over all full answer states', () => {
  it('is as recorded, for each outcome', () => {
    const counts = countsOf(allStates().filter(isFull));
    const measured = Object.fromEntries([...counts].map(([outcome, each]) => [outcome, figures(each)]));
    expect(measured).to.deep.equal(expected);
  });
});
