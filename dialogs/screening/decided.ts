import { decide, type Decision } from '../../knowledge/levels-of-care/decide.ts';
import { ruleIds, type RuleId } from '../../knowledge/levels-of-care/ids.ts';
import type { Memory, ScreeningState } from '../memory.ts';
import type { Decided } from './result.ts';
import { floorOf } from './state.ts';

/** What a finished screening came to, as it was kept; undefined while it is not finished. */
export const decidedOf = (
  memory: Memory,
  state: ScreeningState,
): (Decided & Pick<Decision, 'ruledOut'>) | undefined => {
  if (state.status !== 'finished') return undefined;
  const now = decide(state.answers, floorOf(memory, state));
  const outcome = state.outcome ?? now.outcome;
  if (outcome === 'crisis') return undefined;
  return {
    outcome,
    rule: known(state.rule) ?? now.rule,
    matched: idsIn(state.matched) ?? now.matched,
    ruledOut: idsIn(state.ruledOut) ?? now.ruledOut,
  };
};

/** An older document may name rules that are gone. */
const known = (rule: string | undefined): Decision['rule'] | undefined =>
  rule === 'floor' ? rule : ruleIds.find((id) => id === rule);

const idsIn = (ids: readonly string[] | undefined): readonly RuleId[] | undefined =>
  ids && ruleIds.filter((id) => ids.includes(id));
