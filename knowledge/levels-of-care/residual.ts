import type { QuestionId } from './ids.ts';
import type { Condition, Rule } from './rules.ts';

/** What is left of a rule once a question is answered; undefined where it can no longer match. */
export const afterAnswer = (rule: Rule, id: QuestionId, value: string): Rule | undefined => {
  const when = rule.when.flatMap((condition) => rest(condition, id, value) ?? []);
  return when.length === 0 ? undefined : { ...rule, when };
};

const rest = (condition: Condition, id: QuestionId, value: string): Condition | undefined => {
  const wanted = condition[id];
  if (wanted === undefined) return condition;
  if (!wanted.includes(value)) return undefined;
  const { [id]: _, ...others } = condition;
  return others;
};

/** Whether it matches whatever else is answered. */
export const matchesAnyway = (rule: Rule): boolean =>
  rule.when.some((condition) => Object.keys(condition).length === 0);
