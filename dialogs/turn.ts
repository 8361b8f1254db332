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

/**
 * The first step decides whether the second is asked, and so on; the last one must answer. `step` of the outcome
 * names the last one that was asked: it took the message.
 */
export const chain = <Name extends string>(steps: Readonly<Record<Name, Step>>) => {
  const names = Object.keys(steps) as Name[];
  return (turn: Turn): Outcome & { readonly step: Name } => {
    const asked = new Set<Name>();
    const from =
      (index: number) =>
      (current: Turn): Outcome => {
        const name = names[index];
        if (name === undefined) throw new Error('the last step did not answer');
        asked.add(name);
        return steps[name](current, from(index + 1));
      };
    const outcome = from(0)(turn);
    return { ...outcome, step: names.findLast((name) => asked.has(name)) as Name };
  };
};

/** A text with its `{name}` places filled in. */
export const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
