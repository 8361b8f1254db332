/** The questions of the screening, in the order in which they are asked. */
export const questionIds = [
  'safe',
  'body',
  'age',
  'detox',
  'watch',
  'home',
  'step',
  'daily',
  'need',
  'ready',
  'group',
  'duty',
] as const;
export type QuestionId = (typeof questionIds)[number];

/** Where a screening can lead, least severe first; `undetermined` reads "talk to a clinician". */
export const outcomeIds = [
  'outpatient',
  'iop',
  'php',
  'undetermined',
  'clinician',
  'detox-or-24h',
  'crisis',
] as const;
export type OutcomeId = (typeof outcomeIds)[number];

/** Rules in the order in which they are tried; the first that matches decides. */
export const ruleIds = [
  'R1',
  'R2',
  'R3',
  'R4',
  'R5',
  'R6',
  'R7',
  'R8',
  'R9',
  'R10',
  'R11',
  'R12',
  'R13',
  'R14',
  'R15',
  'R16',
  'R17',
] as const;
export type RuleId = (typeof ruleIds)[number];
