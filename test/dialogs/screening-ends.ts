import type { OutcomeId, RuleId } from '../../knowledge/levels-of-care/ids.ts';

/** One way of answering that ends in a result. */
export interface End {
  readonly outcome: Exclude<OutcomeId, 'crisis'>;
  readonly rule: Exclude<RuleId, 'R1' | 'R2'>;
  readonly answers: readonly string[];
}

const base = ['safe=no', 'body=no', 'age=adult', 'detox=no', 'watch=no', 'home=yes'] as const;
const willing = ['ready=yes', 'group=yes', 'duty=yes'] as const;
const plain = ['step=none', 'daily=most'] as const;

/** A way to every rule that gives a result, in the rules' order. */
export const ends: readonly End[] = [
  { outcome: 'detox-or-24h', rule: 'R3', answers: [...base.slice(0, 3), 'detox=yes'] },
  { outcome: 'detox-or-24h', rule: 'R4', answers: [...base.slice(0, 4), 'watch=always'] },
  { outcome: 'clinician', rule: 'R5', answers: ['safe=thoughts', ...base.slice(1, 5)] },
  { outcome: 'clinician', rule: 'R6', answers: [...base.slice(0, 3), 'detox=u', 'watch=no'] },
  { outcome: 'clinician', rule: 'R7', answers: [...base.slice(0, 5), 'home=no'] },
  { outcome: 'clinician', rule: 'R8', answers: [...base, 'step=live', 'ready=no'] },
  { outcome: 'php', rule: 'R9', answers: [...base, 'step=live', ...willing] },
  { outcome: 'php', rule: 'R10', answers: [...base.slice(0, 4), 'watch=days', 'home=yes', ...willing] },
  { outcome: 'php', rule: 'R11', answers: [...base, 'step=none', 'daily=few', ...willing] },
  { outcome: 'undetermined', rule: 'R12', answers: [...base, 'step=skip', 'daily=skip', 'need=skip'] },
  { outcome: 'iop', rule: 'R13', answers: [...base, 'step=day', 'daily=most', ...willing] },
  { outcome: 'iop', rule: 'R14', answers: [...base, ...plain, 'need=worse', ...willing] },
  { outcome: 'iop', rule: 'R15', answers: [...base, 'step=none', 'daily=some', 'need=nohelp', ...willing] },
  {
    outcome: 'undetermined',
    rule: 'R16',
    answers: [...base, ...plain, 'need=skip'],
  },
  { outcome: 'outpatient', rule: 'R17', answers: [...base, ...plain, 'need=enough'] },
];

/** The answers with others in their place. */
export const instead = (answers: readonly string[], ...others: readonly string[]): readonly string[] =>
  answers.map((answer) => others.find((other) => other.split('=')[0] === answer.split('=')[0]) ?? answer);

const inTheMiddle: Readonly<Record<string, string>> = {
  'age=adult': 'age=under-18',
  'home=yes': 'home=mixed',
  'ready=yes': 'ready=maybe',
  'group=yes': 'group=maybe',
};

/** The same end with every answer in the middle that adds a note, and the age that adds most words. */
export const withAllNotes = ({ answers, ...end }: End): End => ({
  ...end,
  answers: answers.map((answer) => inTheMiddle[answer] ?? answer),
});
