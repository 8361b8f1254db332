import { holds } from './answers-behind.ts';
import { valueOf, type Answers } from './answers.ts';
import { questionIds, type OutcomeId, type RuleId } from './ids.ts';
import { afterAnswer, matchesAnyway } from './residual.ts';
import { rules, type Rule } from './rules.ts';
import { raised, type Floor } from './severity.ts';

export interface Decision {
  readonly outcome: OutcomeId;
  /** The rule that decided; `floor` where a crisis earlier in the session did. */
  readonly rule: RuleId | 'floor';
  /** Every rule whose condition holds, in order; "otherwise" only where nothing else does. */
  readonly matched: readonly RuleId[];
  /** Every rule that the answers exclude; what is in neither list depends on questions that were not asked. */
  readonly ruledOut: readonly RuleId[];
}

/**
 * Where the answers point to. It is final once `nextQuestion` has nothing left to ask:
 * then no answer to the rest would change the outcome.
 */
export const decide = (answers: Answers, floor?: Floor): Decision => {
  const first = decidingRule(answers);
  const outcome = raised(first.outcome, floor);
  return {
    outcome,
    rule: outcome === first.outcome ? first.id : 'floor',
    matched: rulesMet(answers),
    ruledOut: rules.filter((rule) => isRuledOut(rule, answers)).map(({ id }) => id),
  };
};

/** Every rule whose condition holds, in order; the one that matches always only where no other does. */
export const rulesMet = (answers: Answers, among: readonly Rule[] = rules): readonly RuleId[] => {
  const met = among.filter((rule) => matches(rule, answers));
  const named = met.filter((rule) => !matchesAnyway(rule));
  return (named.length > 0 ? named : met).map(({ id }) => id);
};

/** The first rule that matches; of other rules than the screening's where a proof tries some. */
export const decidingRule = (answers: Answers, among: readonly Rule[] = rules): Rule => {
  const first = among.find((rule) => matches(rule, answers));
  if (first === undefined)
    throw new Error('no rule of the screening matches: the last one must match always');
  return first;
};

const matches = (rule: Rule, answers: Answers): boolean => rule.when.some((each) => holds(each, answers));

const isRuledOut = (rule: Rule, answers: Answers): boolean =>
  questionIds.reduce<Rule | undefined>((left, id) => {
    const value = valueOf(answers, id);
    return left && value !== undefined ? afterAnswer(left, id, value) : left;
  }, rule) === undefined;
