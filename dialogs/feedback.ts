import { said } from './heard.ts';
import { matchTrace, sayByTurns } from './say.ts';
import type { Choice, Reply } from './reply.ts';
import { talkOf, withTalk } from './talk.ts';
import { nextTopics } from './next-topics.ts';
import { distinct, titles, toPerson } from './topic-choices.ts';
import type { Outcome, Step, Turn } from './turn.ts';

/** Asked after the second answer, and then after every fifth: often enough to learn from, too rare to nag. */
const askedFirst = 2;
const askedEvery = 5;

export const helpedId = 'feedback:yes';
export const notHelpedId = 'feedback:no';

/** "Did this help?" as two choices, where it is time to ask; never on short messages, in company or near a crisis. */
export const feedbackChoices = (turn: Turn, answers: number): readonly Choice[] => {
  const { memory, message, texts } = turn;
  const { shared, pageLength } = message.channel;
  if (shared || pageLength !== undefined || memory.open || memory.risk || memory.lost) return [];
  if (answers < askedFirst || (answers - askedFirst) % askedEvery !== 0) return [];
  return [
    { id: helpedId, label: texts.talk.feedback.yes },
    { id: notHelpedId, label: texts.talk.feedback.no },
  ];
};

/** "That helped", "no me sirvió": said in words, asked or not, after an answer. */
export const feedback: Step = (turn, next) => {
  if (turn.memory.open || talkOf(turn.memory).last.length === 0) return next(turn);
  if (said(turn, 'notHelped')) return rate(turn, false);
  return said(turn, 'helped') ? rate(turn, true) : next(turn);
};

/** Each answer is counted once. After a "no" come the topics near it, and a person. */
export const rate = (turn: Turn, helped: boolean): Outcome => {
  const { memory, replies } = helped
    ? sayByTurns(turn, 'helped', titles(turn, nextTopics(turn, lastEntries(turn))))
    : sayByTurns(turn, 'notHelped', nearer(turn));
  const topics = turn.match().topics.filter((topic) => helped && topic === 'thanks');
  return {
    memory: memory && withTalk(memory, { rated: true }),
    replies: [...replies, ...counted(turn, helped), matchTrace({ topics, offered: [], candidates: [] })],
  };
};

const counted = (turn: Turn, helped: boolean): readonly Reply[] => {
  const topics = lastEntries(turn).map(({ id }) => id);
  if (topics.length === 0 || talkOf(turn.memory).rated) return [];
  return [{ kind: 'trace', trace: { name: 'Feedback', value: { topics, helped } } }];
};

export const lastEntries = ({ knowledge, memory }: Turn) =>
  talkOf(memory).last.flatMap((topic) => knowledge.entries.get(topic) ?? []);

const mostNear = 3;

const nearer = (turn: Turn): readonly Choice[] => {
  const { near, last } = talkOf(turn.memory);
  const topics = [...near, ...nextTopics(turn, lastEntries(turn))].filter((topic) => !last.includes(topic));
  return distinct([...titles(turn, [...new Set(topics)].slice(0, mostNear)), toPerson(turn)]);
};
