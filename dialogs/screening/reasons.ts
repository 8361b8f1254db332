import { answersBehind } from '../../knowledge/levels-of-care/answers-behind.ts';
import type { Decision } from '../../knowledge/levels-of-care/decide.ts';
import { rules } from '../../knowledge/levels-of-care/rules.ts';
import type { ScreeningState } from '../memory.ts';
import { fill, type Voice } from '../turn.ts';
import { givenAnswer } from './given-answers.ts';

/** Why: what decided, with the answers it rests on; and the other rules that the same answers met. */
export interface Reasons {
  readonly decided: string;
  readonly also: readonly string[];
}

export const reasonsFor = (
  voice: Voice,
  state: ScreeningState,
  { rule, matched }: Pick<Decision, 'rule' | 'matched'>,
): Reasons => ({
  decided: reasonWithAnswers(voice, state, rule),
  also: [
    ...new Set(
      matched
        .filter((id) => id !== 'R17' && !givesReasonOf(voice, rule, id))
        .map((id) => reasonWithAnswers(voice, state, id)),
    ),
  ],
});

/** Some rules give one reason for different answers: said twice it would only puzzle. */
const givesReasonOf = (
  { texts: { screening } }: Voice,
  rule: Decision['rule'],
  id: Decision['rule'],
): boolean => screening.rules[id].reason === screening.rules[rule].reason;

const reasonWithAnswers = (voice: Voice, state: ScreeningState, id: Decision['rule']): string => {
  const { result, rules: texts } = voice.texts.screening;
  const rule = rules.find((each) => each.id === id);
  const answers = (rule ? answersBehind(rule, state.answers) : []).map((question) =>
    givenAnswer(voice, state, question),
  );
  const said = answers.map(({ name, label, state: how }) =>
    fill(how === 'skipped' ? result.becauseSkipped : result.because, { name, label }),
  );
  return [...said, texts[id].reason].join(' ');
};
