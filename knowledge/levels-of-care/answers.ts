import { questionIds, type QuestionId } from './ids.ts';
import { questionOf } from './questions.ts';

/** Option ids by question, `skip` where it was passed over; a question that is missing was not asked. */
export type Answers = Readonly<Partial<Record<QuestionId, string>>>;

/** The answer as rules see it: a skip is "not sure". */
export const valueOf = (answers: Answers, id: QuestionId): string | undefined =>
  answers[id] === 'skip' ? 'u' : answers[id];

/** Whether the question's table still has this answer. */
export const isAnswer = (id: QuestionId, answer: string): boolean => {
  const { options, skippable } = questionOf(id);
  return options.includes(answer) || (skippable && answer === 'skip');
};

/** Only the answers that the present table knows. */
export const stillValid = (answers: Answers): Answers =>
  Object.fromEntries(
    questionIds.flatMap((id) => {
      const answer = answers[id];
      return answer !== undefined && isAnswer(id, answer) ? [[id, answer]] : [];
    }),
  );
