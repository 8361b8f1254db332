import { contactsFor, helpFirst } from '../knowledge/helplines/contacts.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Language } from '../knowledge/language/language.ts';
import type { AboutWhom } from '../knowledge/risk/about-whom.ts';
import type { RiskCategory, Tier, Verdict } from '../knowledge/risk/verdict.ts';
import type { CrisisTexts } from '../knowledge/texts/crisis-texts.ts';
import { toGsm7 } from '../knowledge/texts/gsm7.ts';
import { crisisPlaces } from './crisis-places.ts';
import type { CrisisQuestion } from './memory.ts';
import type { Choice, CrisisReply } from './reply.ts';
import { fill } from './turn.ts';

export interface CrisisCase {
  readonly verdict: Verdict;
  /** How many crisis replies this conversation has had. */
  readonly told: number;
  readonly knowledge: Knowledge;
  readonly language: Language;
  /** What to ask instead of the tier's own question. */
  readonly asks?: CrisisQuestion | undefined;
}

/** Help in danger, in words that differ from those of the reply before it. Pure and quick: no memory is needed. */
export const crisisReply = ({ verdict, told, knowledge, language, asks }: CrisisCase): CrisisReply => {
  const { crisis } = knowledge.texts[language];
  const tier = verdict.tier === 'none' ? 'concern' : verdict.tier;
  const category = verdict.category ?? 'self-harm';
  const time = timeOf(told);
  const places = crisisPlaces(knowledge, language);
  const ofOther = tier === 'immediate' && verdict.about === 'other';
  const { categories, rest, bot } = crisis[ofOther ? 'immediate-other' : tier];
  const { lead, act } = categories[category][time];
  const question = asks ?? ownQuestion(tier, category);
  const asked = question && askedWords(crisis, question, verdict.about)[time];
  const said = [lead, act, bot[time], ...(asked ? [asked] : [])];
  return {
    kind: 'crisis',
    tier,
    category,
    lead: fill(lead, places),
    body: [act, ...rest[helpFirst[category]][time], bot[time]].map((text) => fill(text, places)),
    contacts: contactsFor(
      knowledge.helplines,
      knowledge.clinic.country,
      category,
      // The long list is for the first time only.
      told > 0 ? 'immediate' : tier,
      language,
    ),
    question: asked,
    short: toGsm7(fill(said.join(' '), places)),
    choices: question ? answerChoices(crisis, question) : [],
  };
};

/** The three ways of asking a direct question. */
export const askedWords = (
  { questions }: CrisisTexts,
  asks: CrisisQuestion,
  about: AboutWhom | undefined,
): CrisisTexts['questions'][CrisisQuestion] =>
  questions[asks === 'company' && about === 'other' ? 'theirCompany' : asks];

/** For places where others read along: nothing personal is asked there. */
export const withoutQuestion = (reply: CrisisReply): CrisisReply => ({
  ...reply,
  question: undefined,
  choices: [],
});

/** First, second, and then the second and third by turns, so that no words come twice in a row. */
const timeOf = (told: number): 0 | 1 | 2 => {
  if (told <= 0) return 0;
  return told % 2 === 1 ? 1 : 2;
};

/** The question that a tier asks unless another is given; none about other people. */
export const ownQuestion = (tier: Tier, category: RiskCategory): CrisisQuestion | undefined => {
  if (tier === 'third-party') return undefined;
  if (tier === 'immediate') return 'company';
  return helpFirst[category] === 'line' ? 'thoughts' : 'danger';
};

/** What can be answered to a direct question. */
export const answerChoices = ({ choices }: CrisisTexts, asks: CrisisQuestion): readonly Choice[] => [
  { id: 'crisis:yes', label: choices.yes },
  ...(asks === 'thoughts' ? [{ id: 'crisis:sometimes', label: choices.sometimes }] : []),
  { id: 'crisis:no', label: choices.no },
];
