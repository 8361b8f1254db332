import { worse, type RiskCategory, type Verdict } from '../knowledge/risk/verdict.ts';
import type { CrisisQuestion, Memory } from './memory.ts';
import type { Turn } from './turn.ts';

type Risk = NonNullable<Memory['risk']>;

/** What kind of danger the session is about. */
export const categoryOf = ({ risk }: Memory): RiskCategory => risk?.category ?? 'self-harm';

/** Dangers in which minutes count, and a line to talk to comes second. */
const ofBody: readonly RiskCategory[] = ['overdose', 'withdrawal', 'medical'];

export const isOfBody = (memory: Memory): boolean =>
  memory.risk?.tier === 'immediate' && ofBody.includes(categoryOf(memory));

/** After pills were taken, words of despair do not make the body's danger less: it stays first in what is said. */
export const asInSession = (verdict: Verdict, bodily: RiskCategory | undefined): Verdict =>
  bodily && (verdict.category ?? 'self-harm') === 'self-harm' ? { ...verdict, category: bodily } : verdict;

export const bodilyOf = (memory: Memory): RiskCategory | undefined =>
  isOfBody(memory) ? categoryOf(memory) : undefined;

/**
 * The memory after a crisis reply: the tier never falls, and the category is that of the higher tier. What was taken
 * stays taken, whatever else is told after it.
 */
export const withTold = ({ memory, now, knowledge }: Turn, verdict: Verdict): Memory => {
  const said = { tier: verdict.tier, category: verdict.category ?? 'self-harm' };
  const before = memory.risk && withoutUnanswered(memory.risk);
  const about = (verdict.about ?? before?.about) === 'other' ? 'other' : undefined;
  const { tier, category } = before ? worse({ ...said, signals: [] }, { ...before, signals: [] }) : said;
  return {
    ...memory,
    risk: {
      ...before,
      tier,
      category: isOfBody(memory) ? categoryOf(memory) : (category ?? said.category),
      about,
      at: now.toISOString(),
      told: (before?.told ?? 0) + 1,
      toldIn: knowledge.clinic.country,
      quiet: 0,
    },
  };
};

/** Another question is asked now, or none. */
const withoutUnanswered = ({ unanswered: _, ...risk }: Risk): Risk => risk;

/** Questions of the screening wait until the person asks for them. */
export const suspended = ({ screening, ...memory }: Memory): Memory =>
  screening?.status === 'open'
    ? { ...withoutOpen(memory), screening: { ...screening, status: 'suspended' } }
    : { ...withoutOpen(memory), ...(screening ? { screening } : {}) };

export const withoutOpen = (memory: Memory): Memory => {
  const { open: _, ...closed } = memory;
  return closed;
};

/** Opens a direct question; not in a shared place, where anyone could answer it. */
export const asking = (memory: Memory, asks: CrisisQuestion | undefined, shared: boolean): Memory =>
  asks && !shared ? { ...memory, open: { kind: 'crisis', asks } } : memory;

/** Changes what is remembered about the risk, where there is one. */
export const withRisk = (memory: Memory, change: (risk: Risk) => Partial<Risk>): Memory =>
  memory.risk ? { ...memory, risk: { ...memory.risk, ...change(memory.risk) } } : memory;
