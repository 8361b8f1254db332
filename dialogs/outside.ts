import type { Verdict } from '../knowledge/risk/verdict.ts';

/** A page for the person to take along, as it would come to be: made outside, because it rests on chance. */
export interface SummaryPlace {
  /** Names it in storage. It can't be turned back into the address. */
  readonly id: string;
  /** Where it will be read. */
  readonly href: string;
}

/** What a turn gets besides message and memory, so that the dialogs need no configuration, chance or I/O. */
export interface Outside {
  /** Days until a silent conversation is forgotten. */
  readonly keptDays: number;
  /** Undefined where no address is known that the person could open. */
  readonly summary: SummaryPlace | undefined;
  /** What the words by themselves tell of danger, where that was judged before: judging takes a good part of a turn. */
  readonly alone?: Verdict | undefined;
}

/** The terminal's and the risk gate's: nothing to take along. */
export const noOutside: Outside = { keptDays: 30, summary: undefined };
