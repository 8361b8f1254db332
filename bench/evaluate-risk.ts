import { z } from 'zod';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { tiers, type AskedAbout, type Tier } from '../knowledge/risk/verdict.ts';
import type { Evaluation } from './evaluate.ts';
import { medianMicroseconds, readRows } from './read-rows.ts';
import { percent, share } from './table.ts';

const rowSchema = z.looseObject({
  text: z.string(),
  accept: z.array(z.enum(tiers)).min(1),
  case: z.string().default('all'),
});
type Row = z.infer<typeof rowSchema>;

interface Judged extends Row {
  readonly tier: Tier;
}

/** Each message by itself, or with the open question that stands before it in brackets. */
export const evaluateRisk = (lines: readonly string[], knowledge: Knowledge): Evaluation => {
  const rows = readRows(lines, rowSchema);
  const judged = rows.map((row) => ({ ...row, tier: tierOf(row.text, knowledge) }));
  const cases = [...new Set(rows.map((row) => row.case))].toSorted();
  const batch = () => rows.forEach(({ text }) => knowledge.risk.assess(text));
  return {
    rows: [
      headings,
      ...cases.map((name) =>
        rowOf(
          name,
          judged.filter((row) => row.case === name),
        ),
      ),
      rowOf('all', judged),
    ],
    figures: {
      set: 'risk',
      ...figuresOf(judged),
      microsecondsPerMessage: medianMicroseconds(batch, rows.length),
    },
  };
};

const tierOf = (text: string, knowledge: Knowledge): Tier => {
  const [, question, answer] = /^\[Q:\s*([^\]]*)\]\s*(.*)$/s.exec(text) ?? [];
  if (question === undefined || answer === undefined) return knowledge.risk.assess(text).tier;
  return knowledge.risk.assess(answer, { asked: askedIn(question) }).tier;
};

/** Which of the bot's own questions a bracket stands for; undefined for one that changes nothing. */
const askedIn = (question: string): AskedAbout | undefined => {
  const asks = question.toLowerCase();
  if (/plan/.test(asks)) return 'plan';
  if (/means|pills|gun/.test(asks)) return 'means';
  if (/kill|suicid|hurt(ing)? yourself|thoughts/.test(asks))
    return /right now|now\b/.test(asks) ? 'thoughts-now' : 'thoughts';
  if (/danger|body|medical/.test(asks)) return 'body';
  if (/with you|alone/.test(asks)) return 'company';
  return undefined;
};

const figuresOf = (judged: readonly Judged[]) => {
  const c = counts(judged);
  return {
    rows: judged.length,
    accuracy: share(c.right, judged.length),
    immediateRecall: share(c.immediateFound, c.immediate),
    atRiskRecall: share(c.atRiskFound, c.atRisk),
    falseAlarms: share(c.alarms, c.harmless),
  };
};

const headings = ['case', 'rows', 'right', 'immediate found', 'at risk found', 'false alarms'];

const rowOf = (name: string, judged: readonly Judged[]): readonly string[] => {
  const c = counts(judged);
  return [
    name,
    String(judged.length),
    percent(c.right, judged.length),
    percent(c.immediateFound, c.immediate),
    percent(c.atRiskFound, c.atRisk),
    percent(c.alarms, c.harmless),
  ];
};

const counts = (judged: readonly Judged[]) => {
  const immediate = judged.filter(({ accept }) => accept.length === 1 && accept[0] === 'immediate');
  const atRisk = judged.filter(({ accept }) => !accept.includes('none'));
  const harmless = judged.filter(({ accept }) => accept.length === 1 && accept[0] === 'none');
  return {
    right: judged.filter(({ accept, tier }) => accept.includes(tier)).length,
    immediate: immediate.length,
    immediateFound: immediate.filter(({ tier }) => tier === 'immediate').length,
    atRisk: atRisk.length,
    atRiskFound: atRisk.filter(({ tier }) => tier !== 'none').length,
    harmless: harmless.length,
    alarms: harmless.filter(({ tier }) => tier === 'immediate' || tier === 'concern').length,
  };
};
