import type { AnswerEntry } from '../knowledge/faq/entry.ts';
import type { FaqMatch } from '../knowledge/faq/matcher.ts';
import type { Memory } from './memory.ts';
import { offerChoices } from './offer.ts';
import type { Reply } from './reply.ts';
import { titles, waysIn, wordingOf } from './topic-choices.ts';
import type { Outcome, Turn } from './turn.ts';

/** How many topics back "and for teens?" or "tell me more" may refer to. */
const rememberedTopics = 3;

/** The last step: answers from the knowledge base, asks "did you mean", or says honestly that it can't. */
export const answers = (turn: Turn): Outcome => {
  const match = turn.match();
  const entries = match.topics.flatMap((topic) => turn.knowledge.entries.get(topic) ?? []);
  const { memory, replies } = outcomeOf(turn, match, entries);
  return {
    memory,
    replies: [...replies, ...memoryNote(turn), { kind: 'trace', trace: { name: 'Match', value: match } }],
  };
};

const outcomeOf = (turn: Turn, match: FaqMatch, entries: readonly AnswerEntry[]): Outcome => {
  if (entries.length > 0) return { memory: answered(turn.memory, entries), replies: told(turn, entries) };
  if (match.offered.length > 0)
    return { memory: offered(turn.memory, match), replies: [didYouMean(turn, match)] };
  const { unknown } = turn.texts.conversation.answers;
  return { memory: turn.memory, replies: [{ kind: 'say', text: unknown, choices: waysIn(turn) }] };
};

/** The suggested next questions stand under the last answer, and never name one that was just given. */
const told = (turn: Turn, entries: readonly AnswerEntry[]): readonly Reply[] =>
  entries.map((entry, index) => {
    const last = index === entries.length - 1;
    const next = last ? entry.followUps.filter((topic) => !entries.some(({ id }) => id === topic)) : [];
    const { more } = turn.texts.conversation.answers;
    return {
      kind: 'answer',
      topic: entry.id,
      ...pickWords(turn, entry),
      // What the bot says of itself is short as it is.
      more: entry.group === 'conversation' ? '' : more,
      choices: titles(turn, next),
    };
  });

const pickWords = ({ memory }: Turn, entry: AnswerEntry) => {
  const { title, short, full } = wordingOf(entry, memory.language);
  return { title, short, full };
};

const didYouMean = (turn: Turn, { offered: topics }: FaqMatch): Reply => ({
  kind: 'say',
  text: turn.texts.conversation.answers.didYouMean,
  choices: offerChoices(turn, topics),
});

/** While the store is away each answer says what has to wait. */
const memoryNote = ({ memory, texts }: Turn): readonly Reply[] =>
  memory.lost ? [{ kind: 'say', text: texts.conversation.trouble.memoryLost, choices: [] }] : [];

const answered = (memory: Memory, entries: readonly AnswerEntry[]): Memory => {
  const ids = entries.map(({ id }) => id);
  const older = memory.lastTopics.filter((topic) => !ids.includes(topic));
  return { ...memory, lastTopics: [...ids, ...older].slice(0, rememberedTopics) };
};

/** An open question of the screening or of a crisis stays the one that is open. */
const offered = (memory: Memory, { offered: topics }: FaqMatch): Memory =>
  memory.open ? memory : { ...memory, open: { kind: 'offer', topics: [...topics] } };
