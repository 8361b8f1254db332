import { valueOf, type Answers } from './answers.ts';
import { questionIds, type QuestionId } from './ids.ts';
import type { Condition, Rule } from './rules.ts';

/** The questions whose answers make a rule match, in their order; none for the rule that matches always. */
export const answersBehind = ({ when }: Rule, answers: Answers): readonly QuestionId[] => {
  const met = when.filter((condition) => holds(condition, answers));
  return questionIds.filter((id) => met.some((condition) => condition[id] !== undefined));
};

/** Whether each answer that the condition names was given. */
export const holds = (condition: Condition, answers: Answers): boolean =>
  questionIds.every((id) => condition[id]?.includes(valueOf(answers, id) ?? '') ?? true);
