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
export const titles = ({ knowledge, memory }: Turn, topics: readonly string[]): readonly Choice[] =>
  topics.flatMap((topic) => {
    const entry = knowledge.entries.get(topic);
    return entry ? [{ id: `topic:${topic}`, label: wordingOf(entry, memory.language).title }] : [];
  });

/** What to do when nothing else is at hand: the ways in that the welcome offers too. */
export const waysIn = ({ texts }: Turn): readonly Choice[] => {
  const { question, screening, human } = texts.conversation.welcome.choices;
  return [
    { id: 'topic:start-screening', label: screening },
    { id: 'topic:iop-definition', label: question },
    { id: 'topic:human', label: human },
  ];
};
