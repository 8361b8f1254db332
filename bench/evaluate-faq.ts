import { z } from 'zod';
import { converse } from '../dialogs/converse.ts';
import { newMemory } from '../dialogs/memory.ts';
import type { MatchTrace } from '../dialogs/reply.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Evaluation } from './evaluate.ts';
import { medianMicroseconds, readRows } from './read-rows.ts';
import { percent, share } from './table.ts';

const rowSchema = z.looseObject({
  text: z.string(),
  accept: z.array(z.string()),
  kind: z.string().default('all'),
});
type Row = z.infer<typeof rowSchema>;

interface Judged {
  readonly kind: string;
  readonly inScope: boolean;
  readonly rightAt1: boolean;
  readonly answeredRight: boolean;
  readonly offeredRight: boolean;
  readonly wrongGiven: boolean;
  readonly rejected: boolean;
}

/** Each question as the first message of a conversation, through the whole turn: what a person would get. */
export const evaluateFaq = (lines: readonly string[], knowledge: Knowledge): Evaluation => {
  const rows = readRows(lines, rowSchema);
  const judged = rows.map((row) => judge(row, traceOf(row.text, knowledge)));
  const kinds = [...new Set(judged.map(({ kind }) => kind))];
  const batch = () => rows.forEach(({ text }) => knowledge.matcher.match(text));
  const microseconds = medianMicroseconds(batch, rows.length);
  const summary = figuresOf(judged);
  return {
    rows: [
      headings,
      ...kinds.map((kind) =>
        rowOf(
          kind,
          judged.filter((each) => each.kind === kind),
        ),
      ),
      rowOf('all', judged),
    ],
    figures: {
      set: 'faq',
      ...summary,
      byKind: Object.fromEntries(
        kinds.map((kind) => [kind, figuresOf(judged.filter((each) => each.kind === kind))]),
      ),
      microsecondsPerMatch: microseconds,
    },
  };
};

const traceOf = (text: string, knowledge: Knowledge): MatchTrace => {
  const now = new Date(0);
  const channel = { shared: false, pageLength: undefined };
  const { replies } = converse(
    { ...newMemory(now), greeted: true },
    { kind: 'text', text, channel },
    knowledge,
    now,
  );
  const match = replies.flatMap((reply) =>
    reply.kind === 'trace' && reply.trace.name === 'Match' ? [reply.trace.value] : [],
  );
  return match[0] ?? { topics: [], offered: [], candidates: [] };
};

const judge = ({ kind, accept }: Row, { topics, offered, candidates }: MatchTrace): Judged => {
  const inScope = accept.length > 0;
  const answeredRight = inScope && topics.some((topic) => accept.includes(topic));
  return {
    kind,
    inScope,
    rightAt1: inScope && accept.includes(candidates[0]?.topic ?? topics[0] ?? ''),
    answeredRight,
    offeredRight: inScope && !answeredRight && offered.some((topic) => accept.includes(topic)),
    wrongGiven: inScope && topics.length > 0 && !answeredRight,
    rejected: !inScope && topics.length === 0,
  };
};

const headings = [
  'kind',
  'rows',
  'right@1',
  'answered right',
  'or offered',
  'wrong given',
  'out-of-scope rejected',
];

const rowOf = (kind: string, judged: readonly Judged[]): readonly string[] => {
  const c = counts(judged);
  return [
    kind,
    String(judged.length),
    percent(c.rightAt1, c.inScope),
    percent(c.answeredRight, c.inScope),
    percent(c.answeredRight + c.offeredRight, c.inScope),
    percent(c.wrongGiven, c.inScope),
    percent(c.rejected, judged.length - c.inScope),
  ];
};

const figuresOf = (judged: readonly Judged[]) => {
  const c = counts(judged);
  return {
    rows: judged.length,
    accuracyAt1: share(c.rightAt1, c.inScope),
    answeredRight: share(c.answeredRight, c.inScope),
    answeredOrOffered: share(c.answeredRight + c.offeredRight, c.inScope),
    wrongGiven: share(c.wrongGiven, c.inScope),
    outOfScopeRejected: share(c.rejected, judged.length - c.inScope),
  };
};

const counts = (judged: readonly Judged[]) => {
  const of = (field: keyof Omit<Judged, 'kind'>) => judged.filter((each) => each[field]).length;
  return {
    inScope: of('inScope'),
    rightAt1: of('rightAt1'),
    answeredRight: of('answeredRight'),
    offeredRight: of('offeredRight'),
    wrongGiven: of('wrongGiven'),
    rejected: of('rejected'),
  };
};
