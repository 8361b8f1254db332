import { questionIds, type QuestionId } from '../../knowledge/levels-of-care/ids.ts';
import type { ScreeningState } from '../memory.ts';
import type { GivenAnswer } from '../reply.ts';
import { fill, type Voice } from '../turn.ts';
import { labelOf } from './ask.ts';

/** Every question in order, with its answer by the words it was offered in. */
export const givenAnswers = (voice: Voice, state: ScreeningState): readonly GivenAnswer[] =>
  questionIds.map((id) => givenAnswer(voice, state, id));

export const givenAnswer = (voice: Voice, state: ScreeningState, id: QuestionId): GivenAnswer => {
  const { questions, result } = voice.texts.screening;
  const { name } = questions[id];
  const answer = state.answers[id];
  if (answer === undefined) return { name, label: result.notAsked, state: 'not-asked' };
  const label = labelOf(voice, state, id, answer);
  return { name, label, state: answer === 'skip' ? 'skipped' : 'answered' };
};

export const answerLine = ({ texts }: Voice, { name, label }: GivenAnswer): string =>
  fill(texts.screening.result.answer, { name, label });
