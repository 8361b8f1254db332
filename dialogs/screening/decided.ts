import { decide, type Decision } from '../../knowledge/levels-of-care/decide.ts';
import { ruleIds, type RuleId } from '../../knowledge/levels-of-care/ids.ts';
import { raised } from '../../knowledge/levels-of-care/severity.ts';
import type { Memory, ScreeningState } from '../memory.ts';
import type { Decided } from './result.ts';
import { floorOf } from './state.ts';

/**
 * What a finished screening came to, as it was kept; undefined while it is not finished. A danger that was told
 * since rules out a milder result.
 */
export const decidedOf = (
  memory: Memory,
  state: ScreeningState,
): (Decided & Pick<Decision, 'ruledOut'>) | undefined => {
  if (state.status !== 'finished') return undefined;
  const floor = floorOf(memory, state);
  const now = decide(state.answers, floor);
  const kept = state.outcome ?? now.outcome;
  const outcome = raised(kept, floor);
  if (outcome === 'crisis') return undefined;
  return {
    outcome,
    rule: outcome === kept ? (known(state.rule) ?? now.rule) : 'floor',
    matched: idsIn(state.matched) ?? now.matched,
    ruledOut: idsIn(state.ruledOut) ?? now.ruledOut,
  };
};

/** An older document may name rules that are gone. */
const known = (rule: string | undefined): Decision['rule'] | undefined =>
  rule === 'floor' ? rule : ruleIds.find((id) => id === rule);

const idsIn = (ids: readonly string[] | undefined): readonly RuleId[] | undefined =>
  ids && ruleIds.filter((id) => ids.includes(id));
