import type { AnswerEntry } from '../knowledge/faq/entry.ts';
import type { FaqMatch } from '../knowledge/faq/matcher.ts';
import { citationsOf } from './citations.ts';
import { feedbackChoices } from './feedback.ts';
import type { Memory } from './memory.ts';
import { nextTopics } from './next-topics.ts';
import type { AnswerReply, Choice } from './reply.ts';
import { matchTrace, say } from './say.ts';
import { byTurns, talkOf, timesSaid, withSaid, withTalk } from './talk.ts';
import { titles, wordingOf } from './topic-choices.ts';
import type { Outcome, Turn } from './turn.ts';

/** How many topics back "and for teens?" may refer to. */
const rememberedTopics = 3;
const rememberedSeen = 24;
/** Topics other than the answered one with at least this chance may have been meant. */
const nearFrom = 0.05;
const mostNear = 3;

/** What courtesies call for is a short word; each time another one. */
const courtesies = ['greeting', 'thanks', 'goodbye'] as const;
type Courtesy = (typeof courtesies)[number];
export const isCourtesy = (topic: string): boolean => courtesies.some((each) => each === topic);

/** The answers in the order asked, with one set of next questions under the last. */
export const giveAnswers = (turn: Turn, entries: readonly AnswerEntry[], match: FaqMatch): Outcome => {
  const courtesy = courtesies.find((topic) => entries.every(({ id }) => id === topic));
  const { memory, replies } = courtesy ? courteous(turn, courtesy, entries) : informed(turn, entries, match);
  return { memory, replies: [...replies, matchTrace(match)] };
};

const courteous = (turn: Turn, topic: Courtesy, entries: readonly AnswerEntry[]): Outcome => {
  const brief = topic === 'goodbye' || (topic === 'thanks' && turn.message.channel.pageLength !== undefined);
  const choices = brief ? [] : titles(turn, nextTopics(turn, entries));
  const memory = withSaid(turn.memory, topic);
  if (timesSaid(turn.memory, topic) === 0)
    return { memory, replies: entries.map((entry) => ({ ...plainAnswer(turn, entry), choices })) };
  const text = byTurns(turn.memory, topic, turn.texts.talk.said[topic], 1);
  return { memory, replies: [say(text, choices)] };
};

const informed = (turn: Turn, entries: readonly AnswerEntry[], match: FaqMatch): Outcome => {
  const again = isRepeated(turn, entries);
  const memory = remembered(again ? withSaid(turn.memory, 'again') : turn.memory, entries, match);
  const choices = [
    ...titles(turn, nextTopics(turn, entries)),
    ...(entries.some(isAboutCare) ? feedbackChoices(turn, talkOf(memory).answers) : []),
  ];
  return { memory, replies: entries.map((entry, at) => replyOf(turn, entries, at, { again, choices })) };
};

const replyOf = (
  turn: Turn,
  entries: readonly AnswerEntry[],
  at: number,
  { again, choices }: { readonly again: boolean; readonly choices: readonly Choice[] },
): AnswerReply => {
  const entry = entries[at] as AnswerEntry;
  const reply = again ? shortly(turn, entry, at) : plainAnswer(turn, entry);
  const last = at === entries.length - 1;
  return { ...reply, more: last ? reply.more : '', choices: last ? choices : [] };
};

const plainAnswer = (turn: Turn, entry: AnswerEntry): AnswerReply => {
  const { title, short, full } = wordingOf(entry, turn.memory.language);
  // What the bot says of itself is short as it is.
  const more = isAboutCare(entry) ? turn.texts.conversation.answers.more : '';
  const cites = citationsOf(entry, turn.texts);
  return { kind: 'answer', topic: entry.id, title, short, full, more, cites, choices: [] };
};

/** The same question again gets the short form, which says so itself; the room for "text MORE" goes to that. */
const shortly = (turn: Turn, entry: AnswerEntry, at: number): AnswerReply => {
  const answer = plainAnswer(turn, entry);
  const lead = at === 0 ? byTurns(turn.memory, 'again', turn.texts.talk.again) : '';
  const text = `${lead} ${answer.short}`.trim();
  return { ...answer, short: text, full: text, more: '' };
};

const isRepeated = ({ memory }: Turn, entries: readonly AnswerEntry[]): boolean => {
  const { last } = talkOf(memory);
  return last.length === entries.length && entries.every(({ id }, at) => last[at] === id);
};

const isAboutCare = ({ group }: AnswerEntry): boolean => group !== 'conversation';

const remembered = (memory: Memory, entries: readonly AnswerEntry[], { candidates }: FaqMatch): Memory => {
  const { more: _, ...rest } = memory;
  const { seen, answers, said } = talkOf(memory);
  const ids = entries.map(({ id }) => id);
  const care = entries.filter(isAboutCare).map(({ id }) => id);
  const older = memory.lastTopics.filter((topic) => !care.includes(topic));
  const near = candidates.filter(({ topic, score }) => score >= nearFrom && !ids.includes(topic));
  return withTalk(
    { ...rest, lastTopics: [...care, ...older].slice(0, rememberedTopics) },
    {
      last: ids,
      near: near.slice(0, mostNear).map(({ topic }) => topic),
      seen: [...ids, ...seen.filter((topic) => !ids.includes(topic))].slice(0, rememberedSeen),
      answers: answers + (care.length > 0 ? 1 : 0),
      rated: false,
      misses: 0,
      // "Source" asked of a new answer is asked for the first time.
      said: { ...said, source: 0 },
    },
  );
};
