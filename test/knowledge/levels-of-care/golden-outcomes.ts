import type { OutcomeId, RuleId } from '../../../knowledge/levels-of-care/ids.ts';

/** Where each rule leads. It changes only together with a decision record in docs/decisions/. */
export const outcomeByRule: Readonly<Record<RuleId, OutcomeId>> = {
  R1: 'crisis',
  R2: 'crisis',
  R3: 'detox-or-24h',
  R4: 'detox-or-24h',
  R5: 'clinician',
  R6: 'clinician',
  R7: 'clinician',
  R8: 'clinician',
  R9: 'php',
  R10: 'php',
  R11: 'php',
  R12: 'undetermined',
  R13: 'iop',
  R14: 'iop',
  R15: 'iop',
  R16: 'undetermined',
  R17: 'outpatient',
};
