import { stillValid } from '../../knowledge/levels-of-care/answers.ts';
import type { QuestionId } from '../../knowledge/levels-of-care/ids.ts';
import { tableVersion } from '../../knowledge/levels-of-care/questions.ts';
import type { Floor } from '../../knowledge/levels-of-care/severity.ts';
import type { Memory, ScreeningState } from '../memory.ts';

export type About = ScreeningState['about'];

/** So long an answer about "right now" holds. */
const rightNow = 12 * 3_600_000;
const aboutNow: readonly QuestionId[] = ['safe', 'body'];

/** A screening from its first question; a crisis of the session still counts. */
export const newState = (about: About, now: Date, before?: ScreeningState): ScreeningState => ({
  table: tableVersion,
  about,
  status: 'open',
  answers: {},
  startedAt: now.toISOString(),
  trail: [],
  misses: 0,
  ...(before?.floor ? { floor: before.floor } : {}),
});

export const withAnswer = (
  state: ScreeningState,
  question: QuestionId,
  answer: string,
  now: Date,
): ScreeningState => ({
  ...state,
  answers: { ...state.answers, [question]: answer },
  trail: [...state.trail.filter((id) => id !== question), question],
  misses: 0,
  answeredAt: now.toISOString(),
});

/** Without the last answers, so that their questions come again. */
export const takenBack = (state: ScreeningState, steps: number): ScreeningState =>
  without(reopened(state), state.trail.slice(-steps));

/** Open again, with no result. */
export const reopened = (state: ScreeningState): ScreeningState => ({
  ...state,
  status: 'open',
  misses: 0,
  outcome: undefined,
  rule: undefined,
  matched: undefined,
  ruledOut: undefined,
});

/** Without the answers that hold for the moment only. */
export const askingNowAgain = (state: ScreeningState): ScreeningState => without(state, aboutNow);

/** Whether it was asked about the moment, and that moment has passed. */
export const isPast = ({ answeredAt, startedAt, answers }: ScreeningState, now: Date): boolean =>
  aboutNow.some((id) => answers[id] !== undefined) &&
  now.getTime() - Date.parse(answeredAt ?? startedAt) > rightNow;

/** With answers of the present table only: what an older table asked otherwise is asked again. */
export const fitted = (state: ScreeningState): ScreeningState => {
  if (state.table === tableVersion) return state;
  const answers = stillValid(state.answers);
  return {
    ...state,
    table: tableVersion,
    answers: { ...answers },
    trail: state.trail.filter((id) => answers[id] !== undefined),
  };
};

/** An immediate danger in the session, told here or elsewhere, rules out every milder result. */
export const floorOf = ({ risk }: Memory, { floor }: ScreeningState): Floor =>
  floor ?? (risk?.tier === 'immediate' ? 'clinician' : undefined);

const without = (state: ScreeningState, gone: readonly QuestionId[]): ScreeningState => {
  const trail = state.trail.filter((id) => !gone.includes(id));
  const kept = Object.entries(state.answers).filter(([id]) => !gone.some((each) => each === id));
  return { ...state, answers: Object.fromEntries(kept), trail };
};
