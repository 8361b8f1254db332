import { expect } from 'chai';
import type { Answers } from '../../../knowledge/levels-of-care/answers.ts';
import { decidingRule, rulesMet } from '../../../knowledge/levels-of-care/decide.ts';
import { questionIds, ruleIds } from '../../../knowledge/levels-of-care/ids.ts';
import { rules as original, type Rule } from '../../../knowledge/levels-of-care/rules.ts';
import { outcomeByRule } from './golden-outcomes.ts';
import { mutants, type Mutant } from './rule-mutants.ts';
import { deciding } from './states.ts';

/** These say the same in another way: a second condition of R8 has the answer already. */
const sameByAnotherCondition = [
  'R8.1 with step=day too',
  'R8.4 with step=live too',
  'R8.6 with daily=few too',
  'R8.6 with need=worse too',
  'R8.7 with step=day too',
  'R8.10 with step=live too',
  'R8.12 with daily=few too',
  'R8.12 with need=worse too',
];

/** Every state of the questions that a changed rule names; nothing else can tell it from the original. */
const statesAround = (rules: readonly Rule[]): readonly Answers[] => {
  const changed = [...rules, ...original].filter((rule) => !rules.includes(rule) || !original.includes(rule));
  const named = questionIds.filter((id) => changed.some(({ when }) => when.some((each) => each[id])));
  return deciding.reduce<readonly Answers[]>(
    (states, { id, values }) =>
      states.flatMap((state) =>
        (named.includes(id) ? values : values.slice(0, 1)).map((value) => ({ ...state, [id]: value })),
      ),
    [{}],
  );
};

/** Whether the list of rules with their outcomes, or the golden table of any of these states, is another. */
const isCaught = ({ rules }: Mutant): boolean => {
  const relisted =
    rules.length !== ruleIds.length ||
    rules.some(({ id, outcome }, at) => outcomeByRule[id] !== outcome || ruleIds[at] !== id);
  return relisted || statesAround(rules).some((state) => isOther(state, rules));
};

const isOther = (state: Answers, rules: readonly Rule[]): boolean =>
  decidingRule(state, rules).id !== decidingRule(state).id ||
  rulesMet(state, rules).join() !== rulesMet(state).join();

describe('a fault in the rules', () => {
  it('is tried in at least 120 ways, each another, and some for every rule', () => {
    expect(mutants.length).to.be.at.least(120);
    expect(new Set(mutants.map(({ fault }) => fault)).size).to.equal(mutants.length);
    for (const id of ruleIds)
      expect(
        mutants.some(({ fault }) => fault.startsWith(id)),
        id,
      ).to.equal(true);
  });

  it('is caught by the golden tables, unless it changes nothing', () => {
    const alive = mutants.filter((mutant) => !isCaught(mutant)).map(({ fault }) => fault);
    expect(alive).to.deep.equal(sameByAnotherCondition);
  });
});
