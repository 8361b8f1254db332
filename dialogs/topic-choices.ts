import type { AnswerEntry } from '../knowledge/faq/entry.ts';
import type { Language } from '../knowledge/language/language.ts';
import type { Choice } from './reply.ts';
import type { Turn } from './turn.ts';

/** An entry's words in the person's language, or in English where there are none yet. */
export const wordingOf = (
  entry: AnswerEntry,
  language: Language,
): Pick<AnswerEntry, 'title' | 'short' | 'full'> => (language === 'es' ? (entry.es ?? entry) : entry);

/** Buttons that ask the topics' own questions. */
export const titles = (
  { knowledge, memory }: Pick<Turn, 'knowledge' | 'memory'>,
  topics: readonly string[],
): readonly Choice[] =>
  topics.flatMap((topic) => {
    const entry = knowledge.entries.get(topic);
    return entry ? [{ id: `topic:${topic}`, label: wordingOf(entry, memory.language).title }] : [];
  });

/** What to do when nothing else is at hand: the ways in that the welcome offers too. */
export const waysIn = (turn: Turn): readonly Choice[] => {
  const { question, screening } = turn.texts.conversation.welcome.choices;
  return [
    { id: 'topic:start-screening', label: screening },
    { id: 'topic:iop-definition', label: question },
    toPerson(turn),
  ];
};

export const toPerson = ({ texts }: Turn): Choice => ({
  id: 'topic:human',
  label: texts.conversation.welcome.choices.human,
});

const mainTopics = ['levels-overview', 'iop-definition', 'php-definition', 'cost-insurance', 'iop-find'];
/** Numbered lists cost room on channels with short messages. */
const fewTopics = 3;

/** What people ask most, and a person: the way on when asking did not lead anywhere. */
export const topicList = (turn: Turn): readonly Choice[] => {
  const few = turn.message.channel.pageLength !== undefined;
  return [...titles(turn, few ? mainTopics.slice(0, fewTopics) : mainTopics), toPerson(turn)];
};

/** Each topic once, whatever its label. */
export const distinct = (choices: readonly Choice[]): readonly Choice[] =>
  choices.filter(({ id }, at) => choices.findIndex((other) => other.id === id) === at);
