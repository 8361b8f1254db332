import type { AboutWhom } from './about-whom.ts';

/** How near the danger is, mildest first (labelling policy: docs/safety.md). */
export const tiers = ['none', 'third-party', 'concern', 'immediate'] as const;
export type Tier = (typeof tiers)[number];

/** What kind of danger it is; decides which number stands first in the reply. */
export const riskCategories = [
  'self-harm',
  'harm-to-others',
  'overdose',
  'withdrawal',
  'medical',
  'abuse',
  'child',
  'psychosis',
] as const;
export type RiskCategory = (typeof riskCategories)[number];

/** What the detector made of one message: the tier, and the signals that led to it, by id. */
export interface Verdict {
  readonly tier: Tier;
  readonly category: RiskCategory | undefined;
  readonly signals: readonly string[];
  /** Whose danger it is, where the words tell; the reply speaks to the one who helps where it is another's. */
  readonly about?: AboutWhom | undefined;
}

/** What the last message of the bot asked, as far as it changes how a short answer ("yes") is judged. */
export type AskedAbout = 'thoughts' | 'thoughts-now' | 'plan' | 'means' | 'company' | 'safe' | 'body';

/** What the detector may know besides the message. */
export interface RiskContext {
  readonly asked?: AskedAbout | undefined;
  readonly sessionTier?: Tier | undefined;
}

export const noRisk: Verdict = { tier: 'none', category: undefined, signals: [] };

/** Whether `a` is at least as severe as `b`. */
export const atLeast = (a: Tier, b: Tier): boolean => tiers.indexOf(a) >= tiers.indexOf(b);

/** The more severe of two verdicts; the first one where both are equal. */
export const worse = (a: Verdict, b: Verdict): Verdict => (atLeast(a.tier, b.tier) ? a : b);
