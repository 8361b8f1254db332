import { converse } from '../../dialogs/converse.ts';
import { newMemory } from '../../dialogs/memory.ts';
import type { MatchTrace } from '../../dialogs/reply.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { FaqRow } from './faq-row.ts';

/** What came of one question. At most one of the four verdicts holds; none does where nothing was answered. */
export interface Judged {
  readonly row: FaqRow;
  readonly id: string;
  readonly inScope: boolean;
  readonly rightAt1: boolean;
  readonly answeredRight: boolean;
  readonly offeredRight: boolean;
  readonly wrongGiven: boolean;
  readonly rejected: boolean;
  /** The topic that came first, answered or not; empty where there is none. */
  readonly best: string;
  /** The chance that the matcher gave it. */
  readonly confidence: number;
}

/** A question through the whole turn, on a fresh conversation or after the answers of `row.after`. */
export const judgeRow = (row: FaqRow, at: number, knowledge: Knowledge): Judged => {
  const { topics, offered, candidates } = traceOf(row, knowledge);
  const accepted = (topic: string): boolean => row.accept.includes(topic);
  const inScope = row.accept.length > 0;
  const best = candidates[0]?.topic ?? topics[0] ?? '';
  const answeredRight = inScope && isRight(row, topics);
  const wrong = row.judge === 'all' ? topics.some((topic) => !accepted(topic)) : topics.length > 0;
  return {
    row,
    id: row.id ?? `line ${at + 1}`,
    inScope,
    rightAt1: inScope && accepted(best),
    answeredRight,
    offeredRight: inScope && !answeredRight && offered.some(accepted),
    wrongGiven: inScope && !answeredRight && wrong,
    rejected: !inScope && topics.length === 0,
    best,
    confidence: candidates[0]?.score ?? 0,
  };
};

const isRight = ({ accept, judge }: FaqRow, topics: readonly string[]): boolean => {
  const right = topics.filter((topic) => accept.includes(topic)).length;
  return judge === 'any' ? right > 0 : right === accept.length && right === topics.length;
};

const traceOf = ({ text, after }: FaqRow, knowledge: Knowledge): MatchTrace => {
  const now = new Date(0);
  const memory = { ...newMemory(now), greeted: true, lastTopics: after };
  const channel = { shared: false, pageLength: undefined };
  const { replies } = converse(memory, { kind: 'text', text, channel }, knowledge, now);
  const match = replies.flatMap((reply) =>
    reply.kind === 'trace' && reply.trace.name === 'Match' ? [reply.trace.value] : [],
  );
  return match[0] ?? { topics: [], offered: [], candidates: [] };
};
