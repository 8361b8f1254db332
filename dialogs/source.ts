import type { AnswerEntry } from '../knowledge/faq/entry.ts';
import type { FactSource } from '../knowledge/faq/fact.ts';
import { lastEntries } from './feedback.ts';
import { said } from './heard.ts';
import { nextTopics } from './next-topics.ts';
import type { Choice } from './reply.ts';
import { fitting, matchTrace, say } from './say.ts';
import { byTurns, timesSaid, withSaid } from './talk.ts';
import { titles, waysIn, wordingOf } from './topic-choices.ts';
import { fill, type Outcome, type Step, type Turn } from './turn.ts';

/** "Says who?": names what the last answer rests on; without one, or when asked again, what all of them do. */
export const source: Step = (turn, next) => (said(turn, 'source') ? named(turn) : next(turn));

const named = (turn: Turn): Outcome => {
  const entries = lastEntries(turn);
  const again = timesSaid(turn.memory, 'source') % 2 === 1;
  const choices = choicesFor(turn, entries);
  const general = byTurns(turn.memory, 'source', turn.texts.talk.source.general);
  const parts = entries.length === 0 || again ? [general] : partsFor(turn, entries);
  // The matcher may hold it for a question about the bot, which it is as well.
  const topics = turn.match().topics.filter((topic) => topic === 'about-bot');
  return {
    memory: withSaid(turn.memory, 'source'),
    replies: [
      say(fitting(turn, parts, choices), choices),
      matchTrace({ topics, offered: [], candidates: turn.match().candidates }),
    ],
  };
};

const choicesFor = (turn: Turn, entries: readonly AnswerEntry[]): readonly Choice[] => {
  if (turn.memory.open || turn.message.channel.pageLength !== undefined) return [];
  return entries.length > 0 ? titles(turn, nextTopics(turn, entries)) : waysIn(turn);
};

const partsFor = (turn: Turn, entries: readonly AnswerEntry[]): readonly string[] => {
  const { article, nami, review, beyond, partly, service, clinic, closing } = turn.texts.talk.source;
  const of = (group: AnswerEntry['group']) => entries.filter((entry) => entry.group === group);
  const [outside, own] = [of('not-in-article'), of('conversation')];
  // A clinic's answer that names no source of its own rests on facts of the article.
  const [about, clinics] = [
    [...of('article'), ...of('clinic').filter((entry) => entry.source === undefined)],
    of('clinic').filter((entry) => entry.source !== undefined),
  ];
  const rest = (on: FactSource): boolean => about.some(({ sources }) => sources?.includes(on));
  const part = (text: string, some: readonly AnswerEntry[]): string =>
    some.length > 0 ? fill(text, { titles: titlesOf(turn, some) }) : '';
  return [
    part(article, about),
    rest('review') ? review : '',
    rest('nami') ? nami : '',
    part(
      beyond,
      outside.filter(({ facts }) => facts.length === 0),
    ),
    part(
      partly,
      outside.filter(({ facts }) => facts.length > 0),
    ),
    part(service, own),
    ...clinics.map((entry) => fill(part(clinic, [entry]), { source: entry.source ?? '' })),
    about.length > 0 ? closing : '',
  ].filter((text) => text !== '');
};

const titlesOf = ({ memory }: Turn, entries: readonly AnswerEntry[]): string =>
  entries.map((entry) => `"${wordingOf(entry, memory.language).title}"`).join(', ');
