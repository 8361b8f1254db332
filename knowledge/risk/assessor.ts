import { normalise } from '../language/normalise.ts';
import { wordsIn } from '../language/tokenise.ts';
import { aboutWhom } from './about-whom.ts';
import { categoryOf } from './category.ts';
import { createClassifier, type Opinion } from './classifier.ts';
import { createPerception, type Perceived } from './perception.ts';
import type { Odds } from './model.ts';
import type { RiskData } from './risk-data.ts';
import { judgeAnswer } from './short-answer.ts';
import { atLeast, noRisk, worse, type RiskContext, type Tier, type Verdict } from './verdict.ts';

export interface RiskAssessor {
  /** Judges one message; never throws, whatever the text. */
  assess(text: string, context?: RiskContext): Verdict;
}

const longestSmallTalk = 80;
const fewWords = 4;
const manyWords = 25;

/** Limits on the classifier's odds, set on whole held-out voices (docs/risk-detector.md). */
const limits = {
  /** Above this a message with a sign of danger in it counts as harmless … */
  none: 0.88,
  /** … unless the conversation has shown danger before. */
  noneInSession: 0.9,
  /** Without any sign of the lexicon the classifier must be surer, less so where there is much text: these are times the limits above. */
  withoutSign: 0.93,
  withoutSignInManyWords: 0.96,
  withoutSignInFewWords: 0.52,
  /** Likewise where something explains it away (long past, a game, a joke) and no rule speaks against that. */
  explained: 0.84,
  /** A rule that is not firm needs the odds of harmlessness under this, a firm one under the next. */
  noneForRule: 0.88,
  noneForFirmRule: 0.99,
  /** A clause that is dangerous by itself counts whatever stands around it: politeness must not hide it … */
  noneForClause: 0.2,
  /** … and so does a rule that fits beside a clause of these odds. */
  noneForRuleInClause: 0.3,
  /** Share of `immediate` among the dangers from which on it is that. */
  immediate: 0.33,
  thirdParty: 0.5,
};

const tierByOdds = (odds: Odds): Tier => {
  const danger = 1 - odds.none;
  if (odds.immediate / danger >= limits.immediate) return 'immediate';
  return odds['third-party'] / danger >= limits.thirdParty ? 'third-party' : 'concern';
};

const byRules = (message: Perceived, { odds, clause }: Opinion): readonly Perceived['rules'][number][] =>
  message.rules.filter(
    (rule) =>
      odds.none < (rule.firm ? limits.noneForFirmRule : limits.noneForRule) ||
      clause.none < limits.noneForRuleInClause,
  );

const byModel = (message: Perceived, { odds, clause }: Opinion, noneLimit: number): Tier => {
  if (odds.none < noneLimitFor(message, noneLimit)) return tierByOdds(odds);
  return clause.none < limits.noneForClause ? tierByOdds(clause) : 'none';
};

const surenessWithoutSign = (words: number): number => {
  if (words <= fewWords) return limits.withoutSignInFewWords;
  return words < manyWords ? limits.withoutSign : limits.withoutSignInManyWords;
};

/** Scopes that make risky words harmless. A question for information does not: people hide behind it. */
const explaining: ReadonlySet<string> = new Set([
  'past-resolved',
  'denial',
  'figurative',
  'game-film',
  'pet-plant-thing',
  'grief',
  'work-talk',
  'joke',
]);

/** A message without a concept of danger is taken for harmless sooner, a few words of it soonest; so is what is explained. */
const noneLimitFor = ({ tokens, hits, rules }: Perceived, limit: number): number => {
  const isExplained = rules.length === 0 && hits.some(({ concept }) => explaining.has(concept.id));
  const most = limit * (isExplained ? limits.explained : 1);
  if (hits.some((hit) => !hit.concept.scope)) return most;
  const words = tokens.filter((token) => token.kind === 'word').length;
  // What stands in the way of a call is said in plain words after a danger: the session changes nothing here.
  return Math.min(most, limits.none * surenessWithoutSign(words));
};

const judge = (message: Perceived, opinion: Opinion, noneLimit: number): Verdict => {
  const rules = byRules(message, opinion);
  const ruled = rules.reduce<Tier>((most, rule) => (atLeast(rule.tier, most) ? rule.tier : most), 'none');
  const opined = byModel(message, opinion, noneLimit);
  if (ruled === 'none' && opined === 'none') return noRisk;
  const signals = [...rules.map((rule) => `rule:${rule.id}`), ...conceptNames(message)];
  if (opined !== 'none') signals.push(`classifier:${opinion.reason}`);
  const tier =
    opined === 'third-party' && ruled === 'concern' ? opined : atLeast(ruled, opined) ? ruled : opined;
  const about = aboutWhom(message);
  return { tier, category: categoryOf(message, rules, about), signals, about };
};

/** "Goodbye" alone says nothing; after a question of ours or signs of danger it may. */
const isSmallTalk = (
  text: string,
  smallTalk: ReadonlySet<string>,
  { asked, sessionTier }: RiskContext,
): boolean =>
  asked === undefined &&
  !atLeast(sessionTier ?? 'none', 'concern') &&
  text.length < longestSmallTalk &&
  smallTalk.has(wordsIn(normalise(text)).join(' '));

const conceptNames = ({ hits }: Perceived): readonly string[] => [
  ...new Set(
    hits.filter((hit) => !hit.concept.scope && !hit.negated).map((hit) => `concept:${hit.concept.id}`),
  ),
];

/** After signs of danger, "it's getting closer" says much. */
const judgeFollowUp = (message: Perceived, sessionTier: Tier): Verdict => {
  const words = message.tokens.filter((token) => token.kind === 'word').length;
  if (!atLeast(sessionTier, 'concern') || words > 15) return noRisk;
  if (!message.hits.some((hit) => hit.concept.id === 'vague-near')) return noRisk;
  return { tier: 'immediate', category: 'self-harm', signals: ['session:vague-near'] };
};

const judgeInContext = (message: Perceived, context: RiskContext, answer: Verdict | undefined): Verdict =>
  answer ?? judgeFollowUp(message, context.sessionTier ?? 'none');

export const createAssessor = ({ lexicon, model }: RiskData): RiskAssessor => {
  const { answers } = lexicon;
  const perception = createPerception(lexicon, model.words);
  const classify = createClassifier(model);
  const smallTalk = new Set(model.smallTalk);
  const judgePart = (message: Perceived, context: RiskContext): Verdict => {
    const answer = context.asked && judgeAnswer(message, context.asked, answers);
    const shown = answer === undefined && atLeast(context.sessionTier ?? 'none', 'concern');
    const alone = judge(message, classify(message), shown ? limits.noneInSession : limits.none);
    return worse(alone, judgeInContext(message, context, answer));
  };
  const assess = (text: string, context: RiskContext = {}): Verdict => {
    if (isSmallTalk(text, smallTalk, context)) return noRisk;
    return perception
      .parts(text)
      .map((part) => judgePart(part, context))
      .reduce(worse, noRisk);
  };
  return { assess };
};
