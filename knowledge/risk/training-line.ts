import { riskCategories, tiers, type RiskCategory, type Tier } from './verdict.ts';

/** The voice whose lines are small talk and short answers, harmless when they stand alone: `lines/chat.tsv`. */
export const smallTalkVoice = 'chat';

/** One labelled message. `accept` are the tiers that are right, the best one first. */
export interface TrainingLine {
  readonly voice: string;
  readonly accept: readonly Tier[];
  readonly category: RiskCategory | undefined;
  readonly text: string;
}

const isTier = (text: string): text is Tier => (tiers as readonly string[]).includes(text);
const isCategory = (text: string): text is RiskCategory =>
  (riskCategories as readonly string[]).includes(text);

const parseLine = (line: string, where: string, voice: string): TrainingLine => {
  const [accepted = '', category = '', text = '', ...rest] = line.split('\t');
  const accept = accepted.split('|');
  if (!accept.every(isTier))
    throw new Error(`${where}: "${accepted}" is no tier; use ${tiers.join(', ')} or two of them joined by |`);
  if (category !== '-' && !isCategory(category))
    throw new Error(`${where}: "${category}" is no category; use ${riskCategories.join(', ')} or -`);
  if (text.trim() === '' || rest.length > 0)
    throw new Error(`${where}: write tier, category and text with one tab between each`);
  return { voice, accept, category: category === '-' ? undefined : category, text };
};

/** Reads `tier<TAB>category<TAB>text` lines of one voice; empty lines and lines that start with # are left out. */
export const parseRiskLines = (content: string, voice: string): readonly TrainingLine[] =>
  content
    .split('\n')
    .map((line, at) => ({ line: line.trimEnd(), where: `${voice}.tsv, line ${at + 1}` }))
    .filter(({ line }) => line !== '' && !line.startsWith('#'))
    .map(({ line, where }) => parseLine(line, where, voice));
