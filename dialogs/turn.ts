import type { FaqMatch } from '../knowledge/faq/matcher.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Verdict } from '../knowledge/risk/verdict.ts';
import type { Texts } from '../knowledge/texts/texts.ts';
import type { Memory } from './memory.ts';
import type { Message } from './message.ts';
import type { Outside } from './outside.ts';
import type { Reply } from './reply.ts';

/** One message with everything a dialog may look at. Nothing in it changes while it is handled. */
export interface Turn {
  readonly message: Message;
  /** What the person wrote or pressed, as text; empty where there is none. */
  readonly words: string;
  readonly memory: Memory;
  readonly knowledge: Knowledge;
  readonly texts: Texts;
  readonly now: Date;
  readonly verdict: Verdict;
  /** What the matcher makes of the words; asked for once, when first needed. */
  readonly match: () => FaqMatch;
  readonly outside: Outside;
}

/** What it takes to word something: also where nobody has said anything, as on a page. */
export type Voice = Pick<Turn, 'knowledge' | 'texts' | 'memory' | 'outside'>;

/** What comes of a turn. `memory` is undefined where everything is to be forgotten. */
export interface Outcome {
  readonly memory: Memory | undefined;
  readonly replies: readonly Reply[];
}

/** One way of taking a message: answers it, or asks `next` (with what it changed) and may add to that. */
export type Step = (turn: Turn, next: (turn: Turn) => Outcome) => Outcome;

/** The first step decides whether the second is asked, and so on; the last one must answer. */
export const chain =
  (steps: readonly Step[], last: (turn: Turn) => Outcome) =>
  (turn: Turn): Outcome => {
    const from =
      (index: number) =>
      (current: Turn): Outcome => {
        const step = steps[index];
        return step === undefined ? last(current) : step(current, from(index + 1));
      };
    return from(0)(turn);
  };

/** A text with its `{name}` places filled in. */
export const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
