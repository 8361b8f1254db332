import { z } from 'zod';
import type { RiskAssessor } from '../../knowledge/risk/assessor.ts';
import { tiers, type AskedAbout, type Tier } from '../../knowledge/risk/verdict.ts';
import { readRows } from '../read-rows.ts';

const rowSchema = z.looseObject({
  id: z.string().optional(),
  text: z.string(),
  accept: z.array(z.enum(tiers)).min(1),
  case: z.string().default('all'),
  category: z.string().optional(),
});

/** One row of a set: what may be judged of it, and what was. */
export interface Judged {
  readonly id: string;
  readonly text: string;
  readonly accept: readonly Tier[];
  readonly case: string;
  /** The kind of danger that the set names for it. */
  readonly category: string | undefined;
  readonly tier: Tier;
}

/** Each message by itself, or with the open question that stands before it in brackets. */
export const judgeRows = (lines: readonly string[], risk: RiskAssessor): readonly Judged[] =>
  readRows(lines, rowSchema).map(({ id, text, accept, case: name, category }, index) => ({
    id: id ?? `line ${index + 1}`,
    text,
    accept,
    case: name,
    category,
    tier: tierOf(text, risk),
  }));

const tierOf = (text: string, risk: RiskAssessor): Tier => {
  const [, question, answer] = /^\[Q:\s*([^\]]*)\]\s*(.*)$/s.exec(text) ?? [];
  if (question === undefined || answer === undefined) return risk.assess(text).tier;
  return risk.assess(answer, { asked: askedIn(question) }).tier;
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
