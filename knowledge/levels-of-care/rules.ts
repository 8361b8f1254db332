import type { OutcomeId, QuestionId, RuleId } from './ids.ts';

/** Holds where each question named here has one of the answers given for it. */
export type Condition = Readonly<Partial<Record<QuestionId, readonly string[]>>>;

/** Matches where any of its conditions holds. Reasons are in the texts, under the rule's id. */
export interface Rule {
  readonly id: RuleId;
  readonly when: readonly Condition[];
  readonly outcome: OutcomeId;
  /** Numbers of the facts it rests on; none where it goes beyond the article. */
  readonly facts: readonly string[];
}

/*
 * Conditions name severe answers only, never mild ones: so a question that was not asked
 * counts as its mildest answer, and no rule can be lost by a more severe one.
 */
const cameFromLiveIn: Condition = { step: ['live'] };
const watchedByDay: Condition = { watch: ['days'] };
const fewDailyTasks: Condition = { daily: ['few'] };
const cameFromDayProgram: Condition = { step: ['day'] };
const gettingWorse: Condition = { need: ['worse'] };
const hardWithoutHelp: Condition = { daily: ['some'], need: ['nohelp'] };

const reasonsForProgram = [
  cameFromLiveIn,
  watchedByDay,
  fewDailyTasks,
  cameFromDayProgram,
  gettingWorse,
  hardWithoutHelp,
];
const notForPrograms: readonly Condition[] = [{ ready: ['no'] }, { group: ['no'] }];

/** First match decides. */
export const rules: readonly Rule[] = [
  { id: 'R1', when: [{ safe: ['act', 'u'] }], outcome: 'crisis', facts: ['F36'] },
  { id: 'R2', when: [{ body: ['yes', 'u'] }], outcome: 'crisis', facts: [] },
  { id: 'R3', when: [{ detox: ['yes'] }], outcome: 'detox-or-24h', facts: ['F23', 'F42'] },
  { id: 'R4', when: [{ watch: ['always'] }], outcome: 'detox-or-24h', facts: ['F43', 'F48', 'F08', 'F09'] },
  { id: 'R5', when: [{ safe: ['thoughts'] }], outcome: 'clinician', facts: ['F24'] },
  { id: 'R6', when: [{ detox: ['u'] }, { watch: ['u'] }], outcome: 'clinician', facts: ['F23', 'F43'] },
  { id: 'R7', when: [{ home: ['no'] }], outcome: 'clinician', facts: ['F25'] },
  {
    id: 'R8',
    when: notForPrograms.flatMap((refusal) => reasonsForProgram.map((reason) => ({ ...refusal, ...reason }))),
    outcome: 'clinician',
    facts: ['F38', 'F39', 'F40', 'F41'],
  },
  { id: 'R9', when: [cameFromLiveIn], outcome: 'php', facts: ['F51', 'F32'] },
  { id: 'R10', when: [watchedByDay], outcome: 'php', facts: ['F47', 'F48'] },
  { id: 'R11', when: [fewDailyTasks], outcome: 'php', facts: ['F46'] },
  { id: 'R12', when: [{ step: ['u'] }, { daily: ['u'] }], outcome: 'undetermined', facts: [] },
  { id: 'R13', when: [cameFromDayProgram], outcome: 'iop', facts: ['F52', 'F53'] },
  { id: 'R14', when: [gettingWorse], outcome: 'iop', facts: ['F30', 'F31', 'F33'] },
  { id: 'R15', when: [hardWithoutHelp], outcome: 'iop', facts: ['F54', 'F58'] },
  { id: 'R16', when: [{ need: ['u'] }], outcome: 'undetermined', facts: [] },
  { id: 'R17', when: [{}], outcome: 'outpatient', facts: [] },
];
