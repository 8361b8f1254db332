import type { QuestionId } from '../knowledge/levels-of-care/ids.ts';
import type { AskedAbout, RiskContext } from '../knowledge/risk/verdict.ts';
import type { CrisisQuestion, Memory } from './memory.ts';

/** How the detector is to read a short answer; danger of any kind is judged like an emergency of the body. */
const askedBy: Readonly<Record<CrisisQuestion, AskedAbout>> = {
  thoughts: 'thoughts',
  plan: 'plan',
  means: 'means',
  company: 'company',
  danger: 'body',
};

/** The screening's own questions about danger: `safe` asks about thoughts of harm right now. */
const askedByScreening: Readonly<Partial<Record<QuestionId, AskedAbout>>> = {
  safe: 'thoughts-now',
  body: 'body',
};

/** What the detector may know besides the message: the open question, and how bad it was in this session. */
export const crisisContext = ({ open, risk }: Memory): RiskContext => ({
  asked: askedIn(open),
  sessionTier: risk?.tier,
});

const askedIn = (open: Memory['open']): AskedAbout | undefined => {
  if (open?.kind === 'crisis') return askedBy[open.asks];
  return open?.kind === 'screening' ? askedByScreening[open.question] : undefined;
};
