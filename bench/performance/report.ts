import type { MatcherGrowth } from '../growth/measure-growth.ts';
import type { GrowthFigures } from './conversations-growth.ts';
import type { InstancesFigures } from './instances.ts';
import type { Sample } from './rounds.ts';
import type { Start } from './starts.ts';
import type { Subject } from './subject.ts';

/** All that one run has measured. */
export interface Report {
  /** In the order in which they are shown; the echo bot is among them. */
  readonly subjects: readonly Subject[];
  readonly machine: string;
  readonly samples: readonly Sample[];
  readonly starts: readonly Start[];
  readonly conversations: readonly GrowthFigures[];
  readonly entries: readonly MatcherGrowth[];
  readonly instances: readonly InstancesFigures[];
  /** What was left out, one sentence each. */
  readonly missing: readonly string[];
}
