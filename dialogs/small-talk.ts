import { normalise } from '../knowledge/language/normalise.ts';
import { said, smallTalkWords } from './heard.ts';
import { giveAnswers } from './give-answers.ts';
import { nextTopics } from './next-topics.ts';
import { lastEntries } from './feedback.ts';
import { matchTrace, sayByTurns } from './say.ts';
import type { Choice } from './reply.ts';
import { listedAgain, wasOffered } from './offer.ts';
import { distinct, titles, toPerson, topicList, waysIn } from './topic-choices.ts';
import { fill, type Outcome, type Step, type Turn } from './turn.ts';
import { inDanger } from './who-to-ask.ts';
import { saidPlainly } from './said-plainly.ts';

type Kind = SmallKind | 'unclear';
type SmallKind = 'number' | 'ok' | 'yes' | 'no' | 'laugh' | 'sad' | 'emoji' | 'empty' | 'insult' | 'long';

/** What is no question: "ok", an emoji, swearing, a whole life's story. Only where nothing else knows what to do. */
export const smallTalk: Step = (turn, next) => {
  if (turn.memory.open) return next(turn);
  if (said(turn, 'unclear') && lastEntries(turn).length > 0) return explained(turn);
  const { topics, offered, candidates } = turn.match();
  // "This bot sucks" is about the bot, but asks nothing.
  const asks = turn.words.includes('?') || topics.some((topic) => topic !== 'about-bot');
  const known = topics.length > 0 && (asks || !scolds(turn));
  const kind = known ? undefined : kindOf(turn, offered.length > 0);
  if (kind === undefined) return next(turn);
  if (kind === 'unclear') return explained(turn);
  const { memory, replies } = reply(turn, kind);
  return { memory, replies: [...replies, matchTrace({ topics: [], offered: [], candidates })] };
};

const kindOf = (turn: Turn, nearMatch: boolean): Kind | undefined => {
  const wordless = !/[\p{L}\p{N}]/u.test(turn.words);
  if (wordless) return withoutWords(turn.words);
  if (/^\W*\d+\W*$/.test(turn.words)) return 'number';
  const kind = (['ok', 'yes', 'no', 'laugh', 'unclear'] as const).find((name) => said(turn, name));
  if (kind !== undefined) return kind;
  if (scolds(turn)) return 'insult';
  return turn.words.length > longText && !nearMatch ? 'long' : undefined;
};

/** Beyond this many characters it is a story, not a question. */
const longText = 400;

const withoutWords = (words: string): SmallKind => {
  const named = normalise(words);
  if (/emoji_(cry|broken|angry)/.test(named)) return 'sad';
  if (/emoji_(thumb|heart|pray|party)/.test(named)) return 'ok';
  if (/emoji_laugh/.test(named)) return 'laugh';
  return /\p{Extended_Pictographic}/u.test(words) ? 'emoji' : 'empty';
};

const longestScolding = 10;

/** A hard word for the bot, and none for oneself or others: "I am useless" is no scolding. */
const scolds = (turn: Turn): boolean => {
  if (said(turn, 'scolding')) return true;
  const { insults, bot, own } = smallTalkWords(turn.knowledge.texts);
  const words = saidPlainly(turn).split(' ');
  const some = (list: ReadonlySet<string>): boolean => words.some((word) => list.has(word));
  return words.length <= longestScolding && some(insults) && some(bot) && !some(own);
};

/** The last answer in its short form, which is easier; or what can be asked, where there was none. */
const explained = (turn: Turn): Outcome => {
  const entries = lastEntries(turn);
  const { candidates } = turn.match();
  if (entries.length === 0) return sayByTurns(turn, 'moreOfWhat', waysIn(turn));
  return giveAnswers(turn, entries, { topics: entries.map(({ id }) => id), offered: [], candidates });
};

const reply = (turn: Turn, kind: SmallKind): Outcome => {
  const { memory, replies } = sayByTurns(turn, kind, choicesFor(turn, kind));
  const danger = inDanger(turn);
  return {
    memory,
    replies: replies.map((each) =>
      each.kind === 'say' ? { ...each, text: fill(each.text, { danger }) } : each,
    ),
  };
};

/** Where each line costs, these get none below them. */
const brief: ReadonlySet<SmallKind> = new Set(['ok', 'no', 'laugh']);

const choicesFor = (turn: Turn, kind: SmallKind): readonly Choice[] => {
  if (kind === 'long') return topicList(turn);
  if (kind === 'yes' && wasOffered(turn)) return listedAgain(turn);
  if (kind === 'sad' || kind === 'insult') return distinct([toPerson(turn), ...waysIn(turn)]);
  if (brief.has(kind) && turn.message.channel.pageLength !== undefined) return [];
  const next = titles(turn, nextTopics(turn, lastEntries(turn)));
  return next.length > 0 ? next : waysIn(turn);
};
