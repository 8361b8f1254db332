import type { OutcomeId } from './ids.ts';

/** How severe an outcome is. `undetermined` reads "talk to a clinician", so it stands beside it. */
export const rankOf: Readonly<Record<OutcomeId, number>> = {
  outpatient: 0,
  iop: 1,
  php: 2,
  undetermined: 3,
  clinician: 3,
  'detox-or-24h': 4,
  crisis: 5,
};

/** After a crisis in the session no milder result than this is given. */
export type Floor = 'clinician' | undefined;

/** The outcome, or the floor where that is more severe (or clearer, beside `undetermined`). */
export const raised = (outcome: OutcomeId, floor: Floor): OutcomeId =>
  floor !== undefined && rankOf[outcome] <= rankOf[floor] ? floor : outcome;
