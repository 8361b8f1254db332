import type { FaqMatch } from '../knowledge/faq/matcher.ts';
import type { Choice, SayReply } from './reply.ts';
import { fitting, matchTrace, say } from './say.ts';
import { byTurns, talkOf, withSaid, withTalk } from './talk.ts';
import { distinct, titles, toPerson, topicList, waysIn } from './topic-choices.ts';
import type { Outcome, Turn } from './turn.ts';
import { whoToAsk } from './who-to-ask.ts';

/** A topic with less than this chance has nothing to do with what was asked. */
const nearFrom = 0.1;
const mostNear = 2;

/** Says that the source does not say, what comes near in it, and whom to ask instead. */
export const honestNo = (turn: Turn, { candidates }: FaqMatch): Outcome => {
  const near = candidates
    .filter(({ topic, score }) => score >= nearFrom && isAboutCare(turn, topic))
    .slice(0, mostNear)
    .map(({ topic }) => topic);
  const { memory, replies } = missed(turn, 'unknown', near);
  return { memory, replies: [...replies, matchTrace({ topics: [], offered: [], candidates })] };
};

/** "None of these" is no failure of the person's: an honest no, with ways on. */
export const noneFits = (turn: Turn): Outcome => missed(turn, 'noneFits', []);

/** The second time running, the list of topics and a person take the place of the ways in. */
const missed = (turn: Turn, name: 'unknown' | 'noneFits', near: readonly string[]): Outcome => {
  const { answers } = turn.texts.conversation;
  const { misses } = talkOf(turn.memory);
  const again = misses > 0;
  const listed = again ? topicList(turn) : firstWays(turn, near);
  const choices = distinct([...titles(turn, near), ...listed]);
  const parts = [
    byTurns(turn.memory, name, answers[name]),
    near.length > 0 ? answers.near : '',
    ...(misses % 2 === 0 ? whoToAsk(turn) : near.length === 0 ? [answers.list] : []),
  ];
  const reply: SayReply = { ...say(fitting(turn, parts, choices), choices), miss: true };
  return { memory: withTalk(withSaid(turn.memory, name), { misses: misses + 1 }), replies: [reply] };
};

/** Whom to ask takes the room on channels with short messages. */
const firstWays = (turn: Turn, near: readonly string[]): readonly Choice[] =>
  near.length > 0 || turn.message.channel.pageLength !== undefined ? [toPerson(turn)] : waysIn(turn);

const isAboutCare = ({ knowledge }: Turn, topic: string): boolean => {
  const group = knowledge.entries.get(topic)?.group;
  return group !== undefined && group !== 'conversation';
};
