import { createHash } from 'node:crypto';
import { expect } from 'chai';
import type { Answers } from '../../../knowledge/levels-of-care/answers.ts';
import { decidingRule, rulesMet } from '../../../knowledge/levels-of-care/decide.ts';
import { ruleIds } from '../../../knowledge/levels-of-care/ids.ts';
import { nextQuestion } from '../../../knowledge/levels-of-care/next-question.ts';
import { rules, type Rule } from '../../../knowledge/levels-of-care/rules.ts';
import { rankOf, raised, type Floor } from '../../../knowledge/levels-of-care/severity.ts';
import { outcomeByRule } from './golden-outcomes.ts';
import { allStates, answeredMildly, answersOf, filled, isFull, raises } from './states.ts';

/** SHA-256 over all states with their rules. It changes only together with a decision record in docs/decisions/. */
const goldenTable = '3bb2a85d945c1bfaff8cba1819dc9c780edb71820974add0de43811518416ce1';

/** The same with every rule that the state meets: people are shown these too. */
const goldenMet = 'd26869aeb59bcc58ce1cc8f1c9cdb1d21b766b80b82bdc699837d574dd9ba48a';

describe('the rules of the screening, over all answer states', () => {
  let states: readonly number[] = [];
  let decided: readonly Rule[] = [];

  before(() => {
    states = allStates();
    decided = states.map((state) => decidingRule(answersOf(state)));
  });

  const ruleOf = (state: number) => decided[state] ?? decidingRule(answersOf(state));
  const outcomeOf = (state: number) => ruleOf(state).outcome;
  const rank = (state: number) => rankOf[outcomeOf(state)];
  const isLevel = (state: number) => ['outpatient', 'iop', 'php'].includes(outcomeOf(state));

  /** Names the first states that break the sentence, instead of a bare count. */
  const expectNone = (breaks: (state: number) => boolean) => {
    const broken = states.filter(breaks).slice(0, 3);
    expect(broken.map((state) => ({ ...answersOf(state), rule: ruleOf(state).id }))).to.deep.equal([]);
  };

  it('decides each of the 248,832 states by exactly one rule, and uses every rule', () => {
    expect(decided).to.have.length(248_832);
    expect(new Set(decided.map(({ id }) => id))).to.deep.equal(new Set(ruleIds));
  });

  it('is never undetermined where every question is answered', () => {
    expectNone((state) => isFull(state) && outcomeOf(state) === 'undetermined');
  });

  it('never gives a lower result for a more severe answer', () => {
    expectNone((state) => isFull(state) && raises(state).some((worse) => rank(worse) < rank(state)));
  });

  for (const as of ['mildest', 'harshest'] as const)
    it(`never gives a lower result for a more severe answer where skips are read as the ${as} answer`, () => {
      const bounds = states.map((state) => rank(filled(state, as)));
      const bound = (state: number) => bounds[state] ?? 0;
      expectNone((state) => raises(state).some((worse) => bound(worse) < bound(state)));
    });

  it('never gives a lower result for a skip than for the mildest answer', () => {
    expectNone((state) => answeredMildly(state).some((mild) => rank(state) < rank(mild)));
    expectNone((state) => rank(state) < rank(filled(state, 'mildest')));
  });

  it('names a level in spite of skips only where neither the mildest nor the harshest answer would change it', () => {
    const fills = ['mildest', 'harshest'] as const;
    expectNone(
      (state) => isLevel(state) && fills.some((as) => outcomeOf(filled(state, as)) !== outcomeOf(state)),
    );
  });

  it('names a level, or leaves it open, only where safety, body, detox, supervision and home allow it', () => {
    expectNone(
      (state) => (isLevel(state) || outcomeOf(state) === 'undetermined') && !isClear(answersOf(state)),
    );
  });

  it('never points to a program for someone who does not want care or groups', () => {
    expectNone((state) => ['iop', 'php'].includes(outcomeOf(state)) && refusesProgram(answersOf(state)));
  });

  for (const floor of [undefined, 'clinician'] satisfies Floor[])
    it(`gives the outcome that every way of answering the rest would give (floor: ${floor ?? 'none'})`, () => {
      expectNone((state) => earlyOutcome(state, floor) !== raised(outcomeOf(state), floor));
    });

  it('never gives a result below "talk to a clinician" after a crisis in the session', () => {
    expectNone((state) => rankOf[raised(outcomeOf(state), 'clinician')] < rankOf.clinician);
    expectNone((state) => rankOf[raised(outcomeOf(state), 'clinician')] < rank(state));
  });

  it('leads from each rule where it was decided on', () => {
    const led = rules.map(({ id, outcome }) => [id, outcome]);
    expect(led).to.deep.equal(Object.entries(outcomeByRule));
  });

  for (const [what, recorded, of] of [
    ['table that was decided on', goldenTable, (state: number) => ruleOf(state).id],
    [
      'rules met in each state that were decided on',
      goldenMet,
      (state: number) => rulesMet(answersOf(state)).join(),
    ],
  ] as const)
    it(`has the ${what}`, () => {
      const hash = createHash('sha256');
      for (const state of states) hash.update(`${Object.values(answersOf(state)).join()}=${of(state)}\n`);
      const mend =
        'The rules changed: write why in docs/decisions/, raise tableVersion, then record the new hash here.';
      expect(hash.digest('hex'), mend).to.equal(recorded);
    });
});

/** The answers of a state that the screening really asks for. */
const askedOf = (state: Answers, floor: Floor): Answers => {
  let asked: Answers = { age: 'adult', duty: 'no' };
  for (let id = nextQuestion(asked, floor); id !== undefined; id = nextQuestion(asked, floor))
    asked = { ...asked, [id]: state[id] };
  return asked;
};

const earlyOutcome = (state: number, floor: Floor) =>
  raised(decidingRule(askedOf(answersOf(state), floor)).outcome, floor);

const isClear = ({ safe, body, detox, watch, home }: Answers): boolean =>
  safe === 'no' && body === 'no' && detox === 'no' && (watch === 'no' || watch === 'days') && home !== 'no';

const refusesProgram = ({ ready, group }: Answers): boolean => ready === 'no' || group === 'no';
