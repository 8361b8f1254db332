import { decide } from '../../knowledge/levels-of-care/decide.ts';
import { questionIds, ruleIds } from '../../knowledge/levels-of-care/ids.ts';
import type { ScreeningState } from '../memory.ts';
import { fill, type Turn } from '../turn.ts';
import { labelOf } from './ask.ts';
import { answerLine } from './result.ts';
import { floorOf } from './state.ts';

/** Everything that is kept of the questions, in words: answers with their state, rules met and ruled out. */
export const recordText = (turn: Turn, state: ScreeningState | undefined): string => {
  const { said, record } = turn.texts.screening;
  if (state === undefined) return said.nothingKept;
  const lines = questionIds.map((id) => {
    const answer = state.answers[id];
    return answerLine(turn, id, answer === undefined ? record.notAsked : labelOf(turn, state, id, answer));
  });
  return [
    fill(record.head, { table: state.table }),
    lines.join('\n'),
    ...(state.status === 'finished' ? rulesOf(turn, state) : []),
    record.remove,
  ].join('\n\n');
};

/** As kept at the end; worked out again for a screening that was kept without it. */
const rulesOf = (turn: Turn, state: ScreeningState): readonly string[] => {
  const { record, rules } = turn.texts.screening;
  const decision = decide(state.answers, floorOf(turn.memory, state));
  const { rule = decision.rule, matched = decision.matched, ruledOut = decision.ruledOut } = state;
  const names = (ids: readonly string[]) => ({
    names: [...ruleIds, 'floor' as const]
      .filter((id) => ids.includes(id))
      .map((id) => rules[id].name)
      .join('; '),
  });
  const also = matched.filter((id) => id !== rule);
  return [
    fill(record.decided, names([rule])),
    ...(also.length > 0 ? [fill(record.alsoTrue, names(also))] : []),
    ...(ruledOut.length > 0 ? [fill(record.ruledOut, names(ruledOut))] : []),
  ];
};
